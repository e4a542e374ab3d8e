/// The error of this module: values that are not what their type demands.
package struct ModelError: CodedError, Equatable {
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
    package static func == (left: ModelError, right: ModelError) -> Bool {
        left.code == right.code
    }
}
