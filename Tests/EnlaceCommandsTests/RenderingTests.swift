import EnlaceLog
import EnlaceModel
import EnlaceWire
import Testing

@testable import EnlaceCommands

@Suite("The outputs of commands that ask a node")
struct RenderingTests {
    /// Each output of the contract with every field filled, and with all that may be absent absent.
    static func outputs(isFull: Bool) -> [(String, JSONValue)] {
        let timeline = ClientTimeline.make { timeline in
            timeline.items = [Messages.item(isFull: isFull)]
            timeline.events = [Messages.event(isFull: isFull)]
        }
        let failure = LogError(.logInconsistent, object: "enlace-training/US-DHS-HSI-NYC/local/1")
        let verdict = LogVerdict(
            Messages.auditLog(), failure: isFull ? failure : nil, seenBefore: isFull ? 3 : nil)
        let cursor = isFull ? "3" : ""
        return [
            (
                "items",
                ListJSON.make(
                    [ItemRendering.json(Messages.item(isFull: isFull))], nextCursor: cursor)
            ),
            ("timeline", TimelineRendering.json(timeline)),
            (
                "audit-history",
                ListJSON.make(
                    [AuditRendering.json(Messages.auditRow(isFull: isFull))], nextCursor: cursor)
            ),
            ("audit-verify", ListJSON.make([verdict.json])),
            (
                "officers",
                ListJSON.make([
                    OfficerRendering.json(Messages.officer(isFull: isFull)),
                    ProposalRendering.json(Messages.proposal),
                ])
            ),
            ("proposals", ListJSON.make([ProposalRendering.json(Messages.proposal)])),
            ("peers", ListJSON.make([PeerListCommand.json(Messages.peer(isFull: isFull))])),
            ("node-status", ListJSON.make([StatusRendering.json(Messages.status(isFull: isFull))])),
        ]
    }

    @Test("keep to their published schemas, field by field", arguments: [true, false])
    func contract(isFull: Bool) throws {
        for (name, output) in Self.outputs(isFull: isFull) {
            #expect(try Schema(name).findings(output) == [], "\(name)")
        }
    }

    @Test("would not pass with a field more, a field less or one of another kind")
    func contractIsStrict() throws {
        let schema = try Schema("items")
        let item = try #require(ItemRendering.json(Messages.item(isFull: true)).objectValue)
        for name in item.names {
            let without = JSONObject(item.members.filter { $0.name != name })
            #expect(schema.findings(ListJSON.make([.object(without)])) != [], "\(name)")
            var other = item
            other[name] = .integer(1)
            #expect(schema.findings(ListJSON.make([.object(other)])) != [], "\(name)")
        }
        var more = item
        more["new"] = .null
        #expect(schema.findings(ListJSON.make([.object(more)])) != [])
    }

    @Test("show what comes from outside with its control characters visible")
    func hostileText() {
        var item = Messages.item(isFull: true)
        item.reference = "US\u{1B}[31m"
        item.to = ["MX\u{202E}"]
        var event = Messages.event(isFull: true)
        event.actor = "MX\u{9B}31m"
        let timeline = ClientTimeline.make { timeline in
            timeline.items = [item]
            timeline.events = [event]
        }
        let lines = TimelineRendering.lines(timeline, language: .english, clock: .utc).joined(
            separator: "\n")
        #expect(lines.contains("US⟨U+001B⟩[31m"))
        #expect(lines.contains("MX⟨U+202E⟩"))
        #expect(lines.contains("MX⟨U+009B⟩31m"))
        #expect(
            !lines.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{9B}" })
    }

    @Test("use the words of the language")
    func languages() {
        let items = [Messages.item(isFull: true)]
        #expect(ItemRendering.table(items, language: .spanish)[1].contains("Recibido"))
        #expect(ItemRendering.table(items, language: .english)[1].contains("Received"))
        #expect(ItemRendering.table([], language: .spanish).count == 1)
    }

    @Test("pad tables by the widest cell and leave no spaces at the end")
    func table() {
        var table = Table(["A", "B"])
        table.row(["ñandú", ""])
        table.row(["x", "y"])
        #expect(table.lines == ["A      B", "ñandú", "x      y"])
    }
}
