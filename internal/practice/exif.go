package practice

import (
	"bytes"
	"encoding/binary"
)

// exifOrientation reads the one fact that is needed of a JPEG's metadata: which
// way up it is (EXIF 2.3, tag 0x0112). Anything unexpected means upright, 1.
func exifOrientation(jpeg []byte) int {
	rest := jpeg
	if len(rest) < 2 || rest[0] != 0xff || rest[1] != 0xd8 {
		return 1
	}
	rest = rest[2:]
	for len(rest) >= 4 && rest[0] == 0xff && rest[1] != 0xda { // up to the start of the scan
		size := int(binary.BigEndian.Uint16(rest[2:]))
		if size < 2 || 2+size > len(rest) {
			return 1
		}
		if body, found := bytes.CutPrefix(rest[4:2+size], []byte("Exif\x00\x00")); found && rest[1] == 0xe1 {
			return tiffOrientation(body)
		}
		rest = rest[2+size:]
	}
	return 1
}

// tiffOrientation looks through the first directory of a TIFF header.
func tiffOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder
	switch string(tiff[:2]) {
	case "II":
		order = binary.LittleEndian
	case "MM":
		order = binary.BigEndian
	default:
		return 1
	}
	offset := uint64(order.Uint32(tiff[4:]))
	if offset+2 > uint64(len(tiff)) {
		return 1
	}
	entries := tiff[offset+2:]
	for range order.Uint16(tiff[offset:]) {
		if len(entries) < 12 {
			return 1
		}
		if order.Uint16(entries) == 0x0112 {
			if v := int(order.Uint16(entries[8:])); v >= 1 && v <= 8 {
				return v
			}
			return 1
		}
		entries = entries[12:]
	}
	return 1
}
