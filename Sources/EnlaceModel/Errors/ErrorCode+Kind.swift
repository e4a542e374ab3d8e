extension ErrorCode {
    /// What a caller may do about an error of this code; everything not named here is `rejected`.
    package var kind: ErrorKind {
        switch self {
        case .diskFull, .inputOutput, .internalError, .cryptoFailure, .revocationListMissing,
            .revocationListStale, .awaitingTarget, .queueFull, .logGap, .logConflict,
            .sessionClosed, .sessionTimeout, .tlsFailure, .unreachable, .tooManyConnections,
            .busy, .shuttingDown:
            .transient
        case .cryptoLibraryTooOld, .cryptoSelfTestFailed, .fipsUnavailable, .logRolledBack,
            .logLockMismatch, .storeMissing, .storeExists, .storeLocked, .storeNewer,
            .storeDamaged, .storeFailure, .storeUnsynced, .configurationInvalid,
            .configurationKeyUnknown, .addressInUse:
            .fatal
        default: .rejected
        }
    }

    /// Whether a REJECTED entry with this reason says retryable: the same document may be admitted
    /// at a later attempt, when directory, keys, schemas or clocks have caught up (design §5).
    package var isRetryableRefusal: Bool {
        switch self {
        case .directoryStale, .signerUnknown, .schemaUnknown, .typeUnknown, .signedInFuture: true
        default: false
        }
    }
}
