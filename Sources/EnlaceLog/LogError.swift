package import EnlaceModel

/// The error of this module: entries, trees, notes and proofs that are not what they must be.
package struct LogError: CodedError, Equatable {
    package let code: ErrorCode
    package let object: String
    package let context: [String: String]

    package init(_ code: ErrorCode, object: String, context: [String: String] = [:]) {
        self.code = code
        self.object = object
        self.context = context
    }

    /// Errors are the same when their codes are.
    package static func == (left: LogError, right: LogError) -> Bool { left.code == right.code }
}
