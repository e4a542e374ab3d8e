internal import CEnlaceOpenSSL
package import EnlaceModel

/// What went wrong in keys, certificates, signatures, envelopes or TLS; equal when codes are equal.
///
/// It never carries content of a document and never key material.
package struct CryptoError: CodedError, Equatable {
    /// How many entries of OpenSSL's error queue are kept.
    private static let queueEntriesMax = 4

    package let code: ErrorCode
    package let object: String
    package private(set) var context: [String: String]
    package let details: [ErrorDetail]

    package init(
        _ code: ErrorCode, object: String, context: [String: String] = [:],
        details: [ErrorDetail] = []
    ) {
        self.code = code
        self.object = object
        self.context = context
        self.details = details
    }

    /// An error of the library: empties this thread's error queue into `context["openssl"]`.
    ///
    /// To be made on the thread of the failed call and before any other call into the library.
    package init(
        draining code: ErrorCode, object: String, context: [String: String] = [:]
    ) {
        self.init(code, object: object, context: context)
        let reasons = Self.drainQueue()
        if !reasons.isEmpty { self.context["openssl"] = reasons.joined(separator: "; ") }
    }

    package static func == (left: CryptoError, right: CryptoError) -> Bool {
        left.code == right.code
    }

    /// Empties this thread's error queue; the first entries come back as `library: reason`.
    static func drainQueue() -> [String] {
        var reasons: [String] = []
        while case let entry = ERR_get_error(), entry != 0 {
            guard reasons.count < queueEntriesMax else { continue }
            let library = ERR_lib_error_string(entry).map { String(cString: $0) } ?? "library"
            let reason = ERR_reason_error_string(entry).map { String(cString: $0) } ?? "\(entry)"
            reasons.append("\(library): \(reason)")
        }
        return reasons
    }
}
