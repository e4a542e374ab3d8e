import EnlaceCrypto
package import EnlaceLog
package import EnlaceModel
package import EnlaceStore

/// Values for tests: two nodes, their officers, and records that differ by a number.
package enum Fixture {
    /// A value that a test knows to be well formed.
    package static func known<Value>(_ make: @autoclosure () throws -> Value) -> Value {
        do { return try make() } catch { preconditionFailure("fixture: \(error)") }
    }

    package static let hsi = known(try NodeID("US-DHS-HSI-NYC"))
    package static let fevimtra = known(try NodeID("MX-FGR-FEVIMTRA"))
    package static let fbi = known(try NodeID("US-FBI-CETF-ELP"))

    package static let environment = RunEnvironment.training

    /// A store of the U.S. node.
    package static let identity = StoreIdentity(
        node: hsi, environment: environment, localLog: localLog(of: hsi))

    package static func localLog(of node: NodeID) -> LogOrigin {
        LogOrigin(environment: environment, owner: node, scope: .local)
    }

    package static func channel(of node: NodeID, to peer: NodeID) -> LogOrigin {
        LogOrigin(environment: environment, owner: node, scope: .channel(peer: peer))
    }

    package static func officer(_ name: String = "o-1001", of node: NodeID = hsi) -> OfficerID {
        known(try OfficerID(node: node, opaque: name))
    }

    /// The message identifier that belongs to a number.
    package static func messageID(_ number: Int) -> MessageID {
        known(try MessageID(bytes: Array(digest("message \(number)").bytes.prefix(16))))
    }

    package static func digest(_ text: String) -> SHA256Digest { SHA256.digest(Array(text.utf8)) }

    package static func identity(_ number: Int, of node: NodeID = hsi) -> DocumentIdentity {
        DocumentIdentity(origin: node, messageID: messageID(number))
    }

    package static func draft(
        _ body: EntryBody, at time: Timestamp = ManualClock.start
    ) -> EntryDraft {
        EntryDraft(body, at: time, random: SeededRandom(seed: time.milliseconds))
    }

    package static func local(
        _ event: AuditEvent, _ number: Int = 0, at time: Timestamp = ManualClock.start
    ) -> EntryDraft {
        draft(
            .local(LocalBody(event: event, actor: "test", messageID: messageID(number))), at: time)
    }

    /// Entry 0 of a log.
    package static func keys(at time: Timestamp = ManualClock.start) -> EntryDraft {
        let none = TreeHeadBody(size: 0, root: known(try SHA256Digest(bytes: zeros(32))))
        return draft(
            .keys(
                KeysBody(
                    cardVersion: 1, card: digest("card"), reason: .created, previousHead: none)),
            at: time)
    }

    private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}
