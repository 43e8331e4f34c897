package main

import (
	alcovev1 "alcove/proto/alcove/v1"

	"google.golang.org/protobuf/reflect/protoreflect"
)

// procedures are the paths of all calls the server knows, so that a path that
// somebody made up never becomes a label.
var procedures = allProcedures(
	alcovev1.File_alcove_v1_auth_proto, alcovev1.File_alcove_v1_account_proto,
	alcovev1.File_alcove_v1_stream_proto, alcovev1.File_alcove_v1_blob_proto, alcovev1.File_alcove_v1_practice_proto,
	alcovev1.File_alcove_v1_link_proto, alcovev1.File_alcove_v1_mail_proto, alcovev1.File_alcove_v1_push_proto,
	alcovev1.File_alcove_v1_room_proto, alcovev1.File_alcove_v1_keylog_proto,
)

func allProcedures(files ...protoreflect.FileDescriptor) map[string]bool {
	all := map[string]bool{}
	for _, file := range files {
		for i := range file.Services().Len() {
			service := file.Services().Get(i)
			for j := range service.Methods().Len() {
				all["/"+string(service.FullName())+"/"+string(service.Methods().Get(j).Name())] = true
			}
		}
	}
	return all
}
