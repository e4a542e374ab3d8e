package import EnlaceModel
import EnlaceWire
import Synchronization

/// Knows the channels: which have a session, how they stand, and whom to wake when there is work.
package final class Dispatcher: Sendable {
    private struct Channel {
        var status = ChannelStatus()
        var session: SessionState?
    }

    private let channels = Mutex<[NodeID: Channel]>([:])

    package init() {}

    /// Tells the channel to a peer that something may be due; without a session nothing happens,
    /// because a session begins by looking.
    package func wake(_ peer: NodeID) {
        channels.withLock { $0[peer]?.session }?.signal.raise()
    }

    package func wake(_ peers: some Sequence<NodeID>) {
        for peer in peers { wake(peer) }
    }

    package func wakeAll() {
        for session in sessions { session.signal.raise() }
    }

    /// The rhythm of time evidence has come round: every session appends its anchors.
    package func anchorAll() {
        for session in sessions { session.anchorIsDue() }
    }

    private var sessions: [SessionState] {
        channels.withLock { $0.values.compactMap(\.session) }
    }

    package func status(of peer: NodeID) -> ChannelStatus {
        channels.withLock { $0[peer]?.status ?? ChannelStatus() }
    }

    package var statuses: [NodeID: ChannelStatus] {
        channels.withLock { $0.mapValues(\.status) }
    }

    /// The transport says that the peer could not be reached, and why.
    package func dialFailed(_ peer: NodeID, _ code: ErrorCode) {
        update(peer) { status in
            if status.session != .connected { status.lastError = code }
        }
    }

    /// The transport says that it is dialling, or has given up for now.
    package func isDialing(_ peer: NodeID, _ dialing: Bool) {
        update(peer) { status in
            guard status.session != .connected, status.session != .held else { return }
            status.session = dialing ? .connecting : .waiting
        }
    }

    func update(_ peer: NodeID, _ change: (inout ChannelStatus) -> Void) {
        channels.withLock { change(&$0[peer, default: Channel()].status) }
    }

    func open(_ peer: NodeID, session: SessionState) {
        channels.withLock { channels in
            channels[peer, default: Channel()].session = session
            channels[peer, default: Channel()].status.session = .connected
        }
    }

    func close(_ peer: NodeID, session: SessionState) {
        channels.withLock { channels in
            guard channels[peer]?.session === session else { return }
            channels[peer]?.session = nil
            if channels[peer]?.status.session == .connected {
                channels[peer]?.status.session = .waiting
            }
        }
    }
}
