import EnlaceLog
import EnlaceModel
import EnlaceWire

/// What the verification of one log found.
struct LogVerdict: Sendable {
    let origin: String
    let isOwn: Bool
    let size: UInt64
    /// The size this auditor had verified before.
    let sizeSeenBefore: UInt64?
    /// The first contradiction.
    let failure: LogError?

    init(_ log: ClientAuditLog, failure: LogError?, seenBefore: UInt64?) {
        origin = log.origin
        isOwn = log.isOwn
        size = log.size
        sizeSeenBefore = seenBefore
        self.failure = failure
    }

    var json: JSONValue {
        [
            "log": .string(origin),
            "own": .bool(isOwn),
            "size": .integer(Int64(clamping: size)),
            "sizeSeenBefore": sizeSeenBefore.map { .integer(Int64(clamping: $0)) } ?? .null,
            "verdict": .string(failure?.code.rawValue ?? "OK"),
        ]
    }

    func line(in language: Language) -> String {
        let key: MessageKey = failure == nil ? .logVerified : .logFailed
        return Catalogue.text(
            key, language: language,
            [
                "log": VisibleText.make(origin), "size": String(size),
                "code": failure?.code.rawValue ?? "",
                "cause": failure?.cause(in: language) ?? "",
            ])
    }
}
