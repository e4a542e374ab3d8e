package import EnlaceModel

/// The error of this module: configuration, set-up and start of the daemon.
package struct DaemonError: CodedError, Equatable {
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

    /// The same finding, told by this module.
    package init(_ error: any CodedError) {
        self.init(
            error.code, object: error.object, context: error.context, details: error.details)
    }

    /// Errors are the same when their codes are.
    package static func == (left: DaemonError, right: DaemonError) -> Bool {
        left.code == right.code
    }
}
