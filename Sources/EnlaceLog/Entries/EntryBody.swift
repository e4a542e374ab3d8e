import EnlaceModel

/// What an entry says. Numbers of types are never used again; 1 to 63 stand in channel logs, 64 and
/// above in local logs.
package enum EntryBody: Sendable, Equatable {
    /// The type of KEYS, which every log begins with.
    static let keysOctet: UInt8 = 1
    /// The first of the types that stand in local logs.
    static let firstLocalOctet: UInt8 = 64

    /// The statement of the owner's keys; entry 0 of every log.
    case keys(KeysBody)
    /// The owner sealed a document to the peer.
    case sent(SentBody)
    /// The owner opened, verified and stored what the peer sealed.
    case received(ReceivedBody)
    /// The owner refused what the peer sealed.
    case rejected(RejectedBody)
    /// A person at the owner read what the peer sealed, for the first time.
    case read(ReadBody)
    /// The owner published a version of its officer directory to the peer.
    case directory(DirectoryBody)
    /// The head of the owner's local log, at a fixed rhythm.
    case localAnchor(TreeHeadBody)
    /// The head of the peer's log that the owner holds and has cosigned.
    case peerCheckpoint(TreeHeadBody)
    /// Something that happened inside the node, without content.
    case local(LocalBody)
    /// An entry of a version or type unknown here, with all of its bytes.
    case opaque([UInt8])

    package var typeOctet: UInt8 {
        switch self {
        case .keys: 1
        case .sent: 2
        case .received: 3
        case .rejected: 4
        case .read: 5
        case .directory: 6
        case .localAnchor: 7
        case .peerCheckpoint: 8
        case .local: 64
        case .opaque(let bytes): bytes.count > 1 ? bytes[1] : 0
        }
    }

    /// The word for tables, `--json` and log lines.
    package var name: String {
        switch self {
        case .keys: "KEYS"
        case .sent: "SENT"
        case .received: "RECEIVED"
        case .rejected: "REJECTED"
        case .read: "READ"
        case .directory: "DIRECTORY"
        case .localAnchor: "LOCAL-ANCHOR"
        case .peerCheckpoint: "PEER-CHECKPOINT"
        case .local(let body): body.event
        case .opaque: "UNKNOWN"
        }
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .keys(let body): body.write(to: &writer)
        case .sent(let body): body.write(to: &writer)
        case .received(let body): body.write(to: &writer)
        case .rejected(let body): body.write(to: &writer)
        case .read(let body): body.write(to: &writer)
        case .directory(let body): body.write(to: &writer)
        case .localAnchor(let body), .peerCheckpoint(let body): body.write(to: &writer)
        case .local(let body): body.write(to: &writer)
        case .opaque: break
        }
    }

    /// `nil` for a type that is unknown here.
    init?(type: UInt8, from reader: inout ByteReader) throws(ModelError) {
        switch type {
        case 1: self = .keys(try KeysBody(from: &reader))
        case 2: self = .sent(try SentBody(from: &reader))
        case 3: self = .received(try ReceivedBody(from: &reader))
        case 4: self = .rejected(try RejectedBody(from: &reader))
        case 5: self = .read(try ReadBody(from: &reader))
        case 6: self = .directory(try DirectoryBody(from: &reader))
        case 7: self = .localAnchor(try TreeHeadBody(from: &reader))
        case 8: self = .peerCheckpoint(try TreeHeadBody(from: &reader))
        case 64: self = .local(try LocalBody(from: &reader))
        default: return nil
        }
    }
}
