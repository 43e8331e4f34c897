package api

import (
	"alcove/internal/account"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// rule says who may call a procedure. The zero rule is: any whole session.
type rule uint8

const (
	whole        rule = 0
	public       rule = 1 << iota // anybody; no session is looked for
	ifRequired                    // also while a second factor is required
	ifMissing                     // also while a passkey is missing
	ifRecovering                  // also before a new passphrase is set
	steward                       // stewards only
	practitioner                  // practitioners only
	sessionless                   // refused to who has a session, so that none is given away
)

// untraced is what belongs to an answer that nobody is to be found by.
const untraced = public | sessionless

const always = ifRequired | ifMissing | ifRecovering

// permit refuses what the session may not do yet, or at all. The second factor
// comes before everything else: a recovery code does not replace it.
func (r rule) permit(s account.Session) error {
	switch {
	case s.SecondFactorRequired && r&ifRequired == 0:
		return errFactorRequired
	case s.SecondFactorMissing && r&ifMissing == 0:
		return errFactorMissing
	case s.Recovering && !s.SecondFactorRequired && !s.SecondFactorMissing && r&ifRecovering == 0:
		return errPassphraseNeeded
	case r&steward != 0 && s.Role != account.Steward, r&practitioner != 0 && s.Role != account.Practitioner:
		return errRole
	}
	return nil
}

// access classifies every procedure of every service. A test compares it with
// the schema, so that a new procedure cannot be forgotten here.
var access = map[string]rule{
	rpc.AuthServiceNewChallengeProcedure:    public,
	rpc.AuthServiceRegisterStartProcedure:   public,
	rpc.AuthServiceRegisterFinishProcedure:  public,
	rpc.AuthServiceLoginStartProcedure:      public,
	rpc.AuthServiceLoginFinishProcedure:     public,
	rpc.AuthServiceRecoverProcedure:         public,
	rpc.AuthServiceGetFarewellProcedure:     public,
	rpc.AuthServiceCheckInvitationProcedure: public,

	rpc.AccountServiceGetSessionProcedure:             always,
	rpc.AccountServiceLogOutProcedure:                 always,
	rpc.AccountServiceEndSessionsProcedure:            whole,
	rpc.AccountServiceEndOtherSessionsProcedure:       whole,
	rpc.AccountServiceGetVaultProcedure:               ifRecovering,
	rpc.AccountServicePutVaultProcedure:               whole,
	rpc.AccountServiceChangePassphraseStartProcedure:  ifRecovering,
	rpc.AccountServiceChangePassphraseFinishProcedure: ifRecovering,
	rpc.AccountServiceFillSlotStartProcedure:          whole,
	rpc.AccountServiceFillSlotFinishProcedure:         whole,
	rpc.AccountServiceSetRecoveryProcedure:            whole,
	rpc.AccountServiceDeleteAccountProcedure:          whole,
	rpc.AccountServicePasskeyRegisterStartProcedure:   ifMissing,
	rpc.AccountServicePasskeyRegisterFinishProcedure:  ifMissing,
	rpc.AccountServicePasskeyAssertStartProcedure:     ifRequired,
	rpc.AccountServicePasskeyAssertFinishProcedure:    ifRequired,
	rpc.AccountServiceUseOneTimeCodeProcedure:         ifRequired,
	rpc.AccountServicePublishKeyPackagesProcedure:     whole,
	rpc.AccountServiceClaimKeyPackagesProcedure:       whole,
	rpc.AccountServiceCountKeyPackagesProcedure:       whole,
	rpc.AccountServiceRemoveDeviceProcedure:           whole,
	rpc.AccountServiceGetAccountKeysProcedure:         whole,
	rpc.AccountServiceGetHeldProcedure:                whole,

	rpc.AccessServiceGetNotesProcedure: whole,

	rpc.KeyLogServiceLookUpProcedure: public,

	rpc.StreamServiceCreateStreamProcedure: whole,
	rpc.StreamServiceListStreamsProcedure:  whole,
	rpc.StreamServiceAppendProcedure:       whole,
	rpc.StreamServiceReadProcedure:         whole,
	rpc.StreamServiceGetGroupInfoProcedure: whole,
	rpc.StreamServiceSignalProcedure:       whole,
	rpc.StreamServiceCloseStreamProcedure:  whole,
	rpc.StreamServiceOpenStreamProcedure:   whole,
	rpc.StreamServiceLeaveStreamProcedure:  whole,
	rpc.StreamServiceForgetProcedure:       whole,

	rpc.RoomServiceListRoomsProcedure:        public,
	rpc.RoomServiceGetRoomProcedure:          whole,
	rpc.RoomServiceAskEntryProcedure:         whole,
	rpc.RoomServiceWithdrawEntryProcedure:    whole,
	rpc.RoomServicePutRoomProcedure:          practitioner, // the service tells who leads the room
	rpc.RoomServiceGetDoorProcedure:          practitioner,
	rpc.RoomServiceDeclineEntryProcedure:     practitioner,
	rpc.RoomServiceBanEntryProcedure:         practitioner,
	rpc.RoomServiceLiftBanProcedure:          practitioner,
	rpc.RoomServiceCheckAttestProcedure:      practitioner,
	rpc.RoomServicePutCardProcedure:          whole,
	rpc.RoomServiceGetCardsProcedure:         practitioner,
	rpc.RoomServiceAppointModeratorProcedure: steward,

	rpc.BlobServiceCreateBlobProcedure: whole,
	rpc.BlobServicePutChunkProcedure:   whole,
	rpc.BlobServiceGetBlobProcedure:    whole,
	rpc.BlobServiceCommitBlobProcedure: whole,
	rpc.BlobServiceGetChunkProcedure:   whole,
	rpc.BlobServiceDeleteBlobProcedure: whole,

	rpc.LinkServiceOpenLinkProcedure:    whole,
	rpc.LinkServicePutLinkProcedure:     public, // the service tells who may put what
	rpc.LinkServiceGetLinkProcedure:     public,
	rpc.LinkServiceCancelLinkProcedure:  public,
	rpc.LinkServiceLinkSessionProcedure: whole,

	rpc.MailServiceGetMailProcedure:      whole,
	rpc.MailServiceSetMailProcedure:      whole,
	rpc.MailServiceConfirmMailProcedure:  whole,
	rpc.MailServiceRemoveMailProcedure:   whole,
	rpc.MailServiceSendTestMailProcedure: steward,

	rpc.PushServiceGetPushProcedure:    whole,
	rpc.PushServicePutPushProcedure:    whole,
	rpc.PushServiceDeletePushProcedure: whole,

	rpc.PolicyServicePreviewPolicyProcedure:   steward,
	rpc.PolicyServicePublishPolicyProcedure:   steward,
	rpc.BreachServiceGetNoticesProcedure:      whole,
	rpc.BreachServiceConfirmNoticeProcedure:   whole,
	rpc.BreachServiceGetRegisterProcedure:     steward,
	rpc.BreachServicePutBreachProcedure:       steward,
	rpc.BreachServiceGetAffectedProcedure:     steward,
	rpc.BreachServicePublishNoticeProcedure:   steward,
	rpc.BreachServiceWithdrawNoticeProcedure:  steward,
	rpc.BreachServiceEndEverySessionProcedure: steward,
	rpc.BreachServiceFreezeSignUpsProcedure:   steward,
	rpc.BreachServiceAskRekeyingProcedure:     steward,

	rpc.ServerKeyServiceGetServerKeysProcedure:      steward,
	rpc.ServerKeyServiceExchangeServerKeysProcedure: steward,

	rpc.SurveyServiceListSurveysProcedure:      whole,
	rpc.SurveyServiceTakeBallotProcedure:       whole,
	rpc.SurveyServiceGetSurveyProcedure:        untraced,
	rpc.SurveyServiceTakePublicBallotProcedure: untraced,
	rpc.SurveyServiceAnswerProcedure:           untraced,
	rpc.SurveyServiceWithdrawProcedure:         untraced,
	rpc.SurveyServiceGetCountedProcedure:       untraced,
	rpc.SurveyServiceGetResultsProcedure:       untraced,
	rpc.SurveyServiceCheckAudienceProcedure:    whole, // the service tells who may own a survey
	rpc.SurveyServiceCreateSurveyProcedure:     whole,
	rpc.SurveyServiceGetReleasedProcedure:      whole,
	rpc.SurveyServiceCloseSurveyProcedure:      whole,
	rpc.SurveyServicePublishResultsProcedure:   whole,
	rpc.SurveyServiceDeleteSurveyProcedure:     whole,

	rpc.PracticeServiceGetPracticeProcedure:      public,
	rpc.PracticeServiceListProfilesProcedure:     public,
	rpc.PracticeServiceGetProfileProcedure:       public,
	rpc.PracticeServiceUpdatePracticeProcedure:   steward,
	rpc.PracticeServiceCreateInvitationProcedure: steward,
	rpc.PracticeServiceListInvitationsProcedure:  steward,
	rpc.PracticeServiceRevokeInvitationProcedure: steward,
	rpc.PracticeServiceListAllProfilesProcedure:  steward,
	rpc.PracticeServiceReviewProfileProcedure:    steward,
	rpc.PracticeServiceGetPhotoProcedure:         whole, // the handler tells whose
	rpc.PracticeServiceGetOwnProfileProcedure:    practitioner,
	rpc.PracticeServicePutOwnProfileProcedure:    practitioner,
	rpc.PracticeServicePutAvailabilityProcedure:  practitioner,
	rpc.PracticeServicePutPhotoProcedure:         practitioner,
	rpc.PracticeServicePutConsentTextProcedure:   practitioner,
}
