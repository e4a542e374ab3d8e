package import EnlaceModel

/// The error of this module: frames and messages that are not what they must be, and sessions that
/// end for it.
package struct WireError: CodedError, Equatable {
    package let code: ErrorCode
    package let object: String
    package let context: [String: String]

    package init(_ code: ErrorCode, object: String, context: [String: String] = [:]) {
        self.code = code
        self.object = object
        self.context = context
    }

    /// Errors are the same when their codes are.
    package static func == (left: WireError, right: WireError) -> Bool { left.code == right.code }

    /// A message that decodes but says something impossible.
    static func malformed(_ object: String, _ reason: String) -> WireError {
        WireError(.frameMalformed, object: object, context: ["reason": reason])
    }
}
