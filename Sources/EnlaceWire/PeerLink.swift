package import EnlaceModel

/// A road to one peer whose certificate has been checked: frames out, frames in. Sockets and
/// in-memory links for tests look the same from above.
package protocol PeerLink: Sendable {
    associatedtype Frames: AsyncSequence & Sendable
    where Frames.Element == NodeNodeFrame

    /// The node that the peer's certificate names.
    var peer: NodeID { get }

    /// Whether this side dialled.
    var isDialer: Bool { get }

    /// What the peer sends, in order; ends when the link ends.
    var frames: Frames { get }

    /// Returns when the frame may follow its forerunners without limit being passed; throws when
    /// the link has ended.
    func send(_ frame: NodeNodeFrame) async throws

    func close() async
}
