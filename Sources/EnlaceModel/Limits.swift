/// The limits of documents and their texts; each may be relied on by storage and screens.
package enum Limits {
    /// Bytes of a document as signed (header and body, without signatures).
    package static let documentBytesMax = 1_048_576
    /// Receiving nodes of one document.
    package static let recipientsMax = 64
    /// Levels of objects and lists in a JSON text; a single value that is neither has none.
    package static let jsonDepthMax = 16
    /// The largest whole number of a JSON text, 2^53, and negated the smallest.
    package static let jsonIntegerMax: Int64 = 9_007_199_254_740_992

    /// Bytes of a text of one line, such as a title or a name.
    package static let lineBytesMax = 512
    /// Bytes of a text of several lines, such as a narrative.
    package static let textBytesMax = 262_144
    /// Bytes of a code or an identifier.
    package static let codeBytesMax = 128
    /// Items of a list, unless its field says otherwise.
    package static let itemsMax = 256
    /// Officers named by one document.
    package static let namedOfficersMax = 64
    /// Findings reported about one document; more would not help anybody.
    package static let findingsMax = 100

    /// How long a document is tried when its author says nothing else.
    package static let expiryDefault: Duration = .seconds(30 * 86_400)
    /// The longest time for which a document may be tried.
    package static let expiryMax: Duration = .seconds(366 * 86_400)
}
