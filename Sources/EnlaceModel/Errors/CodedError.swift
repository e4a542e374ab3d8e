/// What every error of this product can tell: a stable code, the object concerned, the cause and
/// the next step in the reader's language, and a list of details.
///
/// Each module has one error struct that conforms. Codes are the contract; texts come from the
/// catalogue and may change.
package protocol CodedError: Error, Sendable, CustomStringConvertible {
    /// The stable code, registered in `ErrorCode`.
    var code: ErrorCode { get }
    /// What the error is about: a file, a reference, a node. Never content of a document.
    var object: String { get }
    /// Values for the placeholders of the catalogue's texts, such as `limit` or `expected`.
    var context: [String: String] { get }
    /// Single findings, for input that is checked as a whole.
    var details: [ErrorDetail] { get }
}

extension CodedError {
    package var details: [ErrorDetail] { [] }
    package var context: [String: String] { [:] }

    /// Code, object and context in one line, for logs; the texts for people come from the catalogue.
    package var description: String {
        let pairs = context.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
        return "\(code.rawValue) \(object)\(pairs.joined())"
    }
}

/// One finding about one place of an input.
package struct ErrorDetail: Sendable, Hashable {
    /// RFC 6901 JSON Pointer of the place, or empty for the whole.
    package let pointer: String
    /// The stable code of the finding.
    package let code: ErrorCode
    /// What would have been right, already free of content of the document.
    package let expectation: String

    package init(pointer: String, code: ErrorCode, expectation: String) {
        self.pointer = pointer
        self.code = code
        self.expectation = expectation
    }
}

/// What a caller may do about an error; retry logic switches on this only.
package enum ErrorKind: String, Sendable {
    /// Tell the sender; the same input will fail again.
    case rejected
    /// Try again later, within limits.
    case transient
    /// Stop the daemon: going on would risk what is stored.
    case fatal
}
