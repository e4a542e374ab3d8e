/// The code of a document's type, such as `LEAD`, `IR` or `ACK`.
///
/// An open set: broker, wire and store carry any well-formed code; what a code means is in the
/// schemas of this module.
package struct DocumentType: Hashable, Sendable, CustomStringConvertible {
    package let code: String

    /// Two to eight capital letters.
    package init(_ code: String) throws(ModelError) {
        guard (2...8).contains(code.utf8.count), code.utf8.allSatisfy(isUpperLetter) else {
            throw ModelError(.typeUnknown, object: VisibleText.make(code))
        }
        self.code = code
    }

    private init(known code: String) { self.code = code }

    package static let lead = DocumentType(known: "LEAD")
    package static let intelligenceReport = DocumentType(known: "IR")
    package static let acknowledgement = DocumentType(known: "ACK")

    package var description: String { code }
}
