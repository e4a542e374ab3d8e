import EnlaceModel

/// Where a page of a list ended: the place of its last document in the order of storing, which never
/// changes, so that pages neither repeat nor skip while new documents arrive.
package struct DocumentCursor: Sendable, Equatable {
    package let sequence: Int64

    package init(sequence: Int64) {
        self.sequence = sequence
    }

    package init(_ text: String) throws(StoreError) {
        guard let sequence = Int64(text), sequence > 0, String(sequence) == text else {
            throw StoreError(.valueOutOfRange, object: VisibleText.make(text))
        }
        self.sequence = sequence
    }

    package var text: String { String(sequence) }
}

extension DocumentQuery {
    /// The number of items a page of this query has at most.
    package var pageItems: Int { min(max(limit, 1), Self.pageItemsMax) }
}
