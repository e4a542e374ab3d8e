/// The exit codes of `enlace` and `enlaced`, after `sysexits.h` where it has a fitting one.
package enum ExitCode: Int32, Sendable, CaseIterable {
    case done = 0
    case verificationFailed = 3
    case usage = 64
    case inputRefused = 65
    case notFound = 66
    case unreachable = 69
    case cannotCreate = 73
    case inputOutput = 74
    case temporary = 75
    case protocolFailure = 76
    case notPermitted = 77
    case configurationOrKeys = 78
}

extension ErrorCode {
    /// With which code a command ends that fails for this reason.
    package var exitCode: ExitCode {
        switch self {
        case .signatureInvalid, .signerSetInvalid, .envelopeRefused, .clearHeaderContradicts,
            .logBadSignature, .logInconsistent, .logRolledBack, .logLockMismatch, .proofInvalid,
            .verificationFailed, .fingerprintMismatch, .stepFailed:
            .verificationFailed
        case .usage: .usage
        case .fileTooLarge, .nodeIDMalformed, .officerIDMalformed, .messageIDMalformed,
            .referenceMalformed, .timeMalformed, .digestMalformed, .base64Malformed,
            .bytesTruncated, .bytesTrailing, .bytesMalformed, .jsonMalformed, .jsonNotUTF8,
            .jsonByteOrderMark, .jsonDuplicateKey, .jsonLoneSurrogate, .jsonNul, .jsonTooDeep,
            .jsonNumberOutOfRange, .documentTooLarge, .documentInvalid, .fieldMissing,
            .fieldUnknown, .fieldWrongKind, .fieldTooLong, .fieldEmpty, .fieldNotAllowed,
            .codeUnknown, .valueOutOfRange, .tooManyItems, .tooFewItems, .duplicateItem,
            .controlCharacter, .attachmentsNotSupported, .typeUnknown, .schemaUnknown,
            .urgencyReasonMissing, .namedOfficersMissing, .signedDocumentMalformed,
            .signerUnknown, .authorMismatch, .clearHeaderMalformed, .recipientUnknown,
            .recipientIsSelf, .environmentMismatch, .conflict, .expired, .signedInFuture,
            .withdrawn, .stateForbids, .ambiguousReference, .notRead, .answerNotAllowed,
            .officerExists, .roleUnknown, .statementInvalid, .cardInvalid, .cardOutdated,
            .directoryInvalid, .logEntryMalformed, .noteMalformed, .certificateRequestInvalid:
            .inputRefused
        case .fileNotFound, .notFound, .officerUnknown, .peerUnknown, .logUnknown,
            .profileMissing:
            .notFound
        case .unreachable: .unreachable
        case .fileExists, .fileNotWritable, .storeExists, .addressInUse: .cannotCreate
        case .fileUnreadable, .diskFull, .inputOutput, .internalError, .storeDamaged,
            .storeFailure, .storeUnsynced:
            .inputOutput
        case .directoryStale, .awaitingTarget, .queueFull, .statementPending, .logGap,
            .logConflict, .sessionClosed, .sessionTimeout, .tooManyConnections, .busy,
            .storeLocked, .shuttingDown, .peerNotApproved, .revocationListStale:
            .temporary
        case .logBadRequest, .frameTooLarge, .frameMalformed, .protocolViolation,
            .protocolVersion, .tlsFailure, .remoteFailure:
            .protocolFailure
        case .signerRevoked, .signerOfOtherNode, .signerLacksRole, .releaseRequired,
            .notForThisOfficer, .notPermitted, .officerRevoked, .secondPersonRequired,
            .sessionRefused:
            .notPermitted
        case .fileWorldReadable, .keyMissing, .keyMalformed, .keyNotAllowed, .keyMismatch,
            .passphraseWrong, .passphraseMissing, .certificateMalformed, .certificateExpired,
            .certificateNotYetValid, .certificateRevoked, .certificateUntrusted,
            .certificatePathTooLong, .certificateWrongUsage, .certificateWrongName,
            .revocationListMissing,
            .revocationListInvalid, .cryptoLibraryTooOld, .cryptoSelfTestFailed, .cryptoFailure,
            .fipsUnavailable, .storeMissing, .storeNewer, .configurationInvalid,
            .configurationKeyUnknown, .profileInvalid:
            .configurationOrKeys
        }
    }
}
