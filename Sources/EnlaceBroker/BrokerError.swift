package import EnlaceModel

/// The error of this module: what a stage refuses, and what a channel cannot go on with.
package struct BrokerError: CodedError, Equatable {
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
    package static func == (left: BrokerError, right: BrokerError) -> Bool {
        left.code == right.code
    }
}
