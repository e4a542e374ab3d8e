import EnlaceModel

@testable import EnlaceWire

/// What the suites of this module share.
enum Fixtures {
    static func node(_ text: String) throws -> NodeID { try NodeID(text) }

    static func hello(
        from node: String = "US-DHS-HSI", to peer: String = "MX-FGR-FEVIMTRA",
        environment: RunEnvironment = .exercise, versions: ClosedRange<UInt32> = 1...1
    ) throws -> PeerHello {
        PeerHello(
            node: try NodeID(node), environment: environment, protocolVersions: versions,
            schemas: [try SchemaVersion("LEAD/1.0"), try SchemaVersion("ACK/1.0")],
            cardVersion: 1, directoryVersion: 2, heldDirectoryVersion: 3,
            logOrigin: "enlace-exercise/\(node)/\(peer)/1", ownHead: try head(4, 0xA1),
            heldHead: try head(5, 0xB2), clock: Timestamp(milliseconds: 1_800_000_000_000),
            software: "enlaced 0.1")
    }

    static func head(_ size: UInt64, _ byte: UInt8) throws -> StatedHead {
        StatedHead(
            size: size,
            root: try SHA256Digest(bytes: [UInt8](repeating: byte, count: 32)))
    }

    static func bytes(_ count: Int, _ value: UInt8 = 7) -> [UInt8] {
        [UInt8](repeating: value, count: count)
    }

    static func batch(oldSize: UInt64 = 10, envelope: Int = 100) throws -> UnverifiedBatch {
        try UnverifiedBatch(
            oldSize: oldSize, entries: [bytes(60), bytes(70), bytes(80)],
            sealed: [
                .init(index: oldSize, clearHeader: bytes(90), envelope: bytes(envelope)),
                .init(index: oldSize + 2, clearHeader: bytes(91), envelope: bytes(envelope)),
            ],
            checkpoint: bytes(200), cosignature: .init(size: 9, line: "— name AAAA"))
    }
}

/// Random bytes that are the same in every run.
struct SeededBytes: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }
}
