import Testing

@testable import EnlaceModel

@Suite("ErrorCode")
struct ErrorCodeTests {
    @Test("raw values are stable names of capitals", arguments: ErrorCode.allCases)
    func rawValues(code: ErrorCode) {
        #expect(code.rawValue.utf8.allSatisfy { isUpperLetter($0) || isDigit($0) || $0 == 0x5F })
    }

    @Test(
        "codes end a command as documented",
        arguments: [
            (.verificationFailed, .verificationFailed), (.signatureInvalid, .verificationFailed),
            (.envelopeRefused, .verificationFailed), (.logInconsistent, .verificationFailed),
            (.usage, .usage), (.documentInvalid, .inputRefused), (.jsonNul, .inputRefused),
            (.recipientUnknown, .inputRefused), (.notRead, .inputRefused),
            (.fileNotFound, .notFound), (.notFound, .notFound), (.unreachable, .unreachable),
            (.fileExists, .cannotCreate), (.addressInUse, .cannotCreate),
            (.diskFull, .inputOutput), (.storeUnsynced, .inputOutput), (.busy, .temporary),
            (.sessionTimeout, .temporary), (.protocolViolation, .protocolFailure),
            (.tlsFailure, .protocolFailure), (.notPermitted, .notPermitted),
            (.notForThisOfficer, .notPermitted), (.keyMissing, .configurationOrKeys),
            (.fileWorldReadable, .configurationOrKeys),
            (.configurationInvalid, .configurationOrKeys),
        ] as [(ErrorCode, ExitCode)])
    func exitCodes(code: ErrorCode, expected: ExitCode) {
        #expect(code.exitCode == expected)
    }

    @Test("no code ends a command as if it had been done", arguments: ErrorCode.allCases)
    func neverDone(code: ErrorCode) {
        #expect(code.exitCode != .done)
    }

    @Test("the exit codes are the documented ones")
    func exitCodeValues() {
        let values = ExitCode.allCases.map(\.rawValue)
        #expect(values == [0, 3, 64, 65, 66, 69, 73, 74, 75, 76, 77, 78])
    }

    @Test(
        "the kind says what a caller may do",
        arguments: [
            (.documentInvalid, .rejected), (.conflict, .rejected), (.signerRevoked, .rejected),
            (.diskFull, .transient), (.busy, .transient), (.revocationListStale, .transient),
            (.unreachable, .transient), (.storeUnsynced, .fatal), (.logRolledBack, .fatal),
            (.storeDamaged, .fatal), (.cryptoSelfTestFailed, .fatal),
        ] as [(ErrorCode, ErrorKind)])
    func kinds(code: ErrorCode, expected: ErrorKind) {
        #expect(code.kind == expected)
    }

    @Test("a refusal that may be retried is a rejection of this attempt, never of local trouble")
    func retryableRefusals() {
        let retryable = ErrorCode.allCases.filter(\.isRetryableRefusal)
        #expect(
            Set(retryable) == [
                .directoryStale, .signerUnknown, .schemaUnknown, .typeUnknown, .signedInFuture,
            ])
        #expect(retryable.allSatisfy { $0.kind == .rejected })
    }

    @Test("the description has code, object and sorted context in one line")
    func description() {
        let error = ModelError(.fieldTooLong, object: "/title", context: ["b": "2", "a": "1"])
        #expect(error.description == "FIELD_TOO_LONG /title a=1 b=2")
        #expect(error == ModelError(.fieldTooLong, object: "other"))
    }
}
