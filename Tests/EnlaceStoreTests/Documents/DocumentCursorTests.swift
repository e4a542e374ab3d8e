import EnlaceModel
import EnlaceStore
import Testing

@Suite("Cursors of lists")
struct DocumentCursorTests {
    @Test("a cursor is read as it was written", arguments: [1, 42, Int64.max])
    func roundTrip(sequence: Int64) throws {
        let cursor = DocumentCursor(sequence: sequence)
        #expect(try DocumentCursor(cursor.text) == cursor)
    }

    @Test(
        "what no page gave is refused",
        arguments: ["", "0", "-1", "+1", "01", " 1", "1.0", "x", "9223372036854775808"])
    func refused(text: String) {
        #expect(throws: StoreError(.valueOutOfRange, object: "")) { try DocumentCursor(text) }
    }

    @Test(
        "a page has at least one item and at most the limit",
        arguments: [(-1, 1), (0, 1), (7, 7), (500, 500), (501, 500), (Int.max, 500)])
    func limit(asked: Int, given: Int) {
        let query = DocumentQuery(
            direction: .both, states: [], types: [], peer: nil, threadID: nil, readableBy: nil,
            cursor: nil, limit: asked)
        #expect(query.pageItems == given)
    }
}
