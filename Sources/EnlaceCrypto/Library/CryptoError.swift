import CEnlaceOpenSSL
package import EnlaceModel

/// The error of this module: keys, certificates, signatures and envelopes that do not hold.
///
/// Making one drains the calling thread's OpenSSL error queue into the context value `openssl`, so
/// it has to be made on the thread of the failed call, with no suspension between.
package struct CryptoError: CodedError, Equatable {
    package let code: ErrorCode
    package let object: String
    package let context: [String: String]
    package let details: [ErrorDetail]

    package init(
        _ code: ErrorCode, object: String, context: [String: String] = [:],
        details: [ErrorDetail] = []
    ) {
        var context = context
        let reasons = Self.drainQueue()
        if !reasons.isEmpty { context["openssl"] = reasons.joined(separator: "; ") }
        self.code = code
        self.object = object
        self.context = context
        self.details = details
    }

    /// Errors are the same when their codes are.
    package static func == (left: CryptoError, right: CryptoError) -> Bool {
        left.code == right.code
    }

    /// The reasons in the thread's error queue, oldest first; the queue is empty afterwards.
    ///
    /// Only the library's constant texts are taken, never the data attached to an error: that may
    /// repeat input.
    private static func drainQueue() -> [String] {
        var reasons: [String] = []
        while true {
            let number = ERR_get_error()
            if number == 0 { return reasons }
            reasons.append(
                ERR_reason_error_string(number).map { String(cString: $0) } ?? "\(number)")
        }
    }
}
