package import EnlaceModel

/// The error of the commands themselves: wrong usage, profiles, keys to be asked for.
package struct CommandError: CodedError, Equatable {
    package let code: ErrorCode
    package let object: String
    package let context: [String: String]
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

    /// Errors are the same when their codes are.
    package static func == (left: CommandError, right: CommandError) -> Bool {
        left.code == right.code
    }
}
