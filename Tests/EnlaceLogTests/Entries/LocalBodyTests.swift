import EnlaceModel
import Testing

@testable import EnlaceLog

@Suite("Local events")
struct LocalBodyTests {
    @Test("whatever text an event is given, its entry can be read again and is small enough")
    func plain() throws {
        let body = LocalBody(
            event: .accessDenied, actor: "señor",
            object: String(repeating: "\u{202E}é", count: 999),
            outcome: "A\nB")
        #expect(body.actor == "se?or")
        #expect(body.outcome == "A?B")
        #expect(body.object == String(repeating: "?", count: LocalBody.textCharactersMax))
        let entry = LogEntry(
            index: 1, time: Timestamp(milliseconds: 1), salt: [UInt8](repeating: 0, count: 16),
            body: .local(body))
        #expect(entry.encoded.count <= LogEntry.bytesMax)
        #expect(try LogEntry(entry.encoded, at: 1) == entry)
    }
}
