import EnlaceCrypto
package import EnlaceModel
package import EnlaceWire

/// A connection to another node whose certificate was verified inside the handshake.
package struct NodeConnection: PeerLink {
    package let peer: NodeID
    package let isDialer: Bool
    /// The peer's TLS certificate and the others it sent, in DER.
    package let certificate: [UInt8]
    package let chain: [[UInt8]]
    /// The group of the key agreement.
    package let group: String
    /// The peer's network address.
    package let source: String
    private let connection: FrameConnection

    init(_ connection: FrameConnection, peer: NodeID, isDialer: Bool, tls: TLSPeer) {
        self.connection = connection
        self.peer = peer
        self.isDialer = isDialer
        certificate = tls.certificateBytes
        chain = tls.chainBytes
        group = tls.group
        source = connection.source
    }

    /// One reader. Ends when the peer ends the connection or when the reader's task is cancelled;
    /// throws SESSION_TIMEOUT, SESSION_CLOSED, TLS_FAILURE, FRAME_TOO_LARGE or FRAME_MALFORMED.
    /// After all of these the connection stands until it is closed.
    package var frames: Frames { Frames(inner: connection.frames) }

    /// Returns when the system has taken the frame, so a peer that does not read holds up its sender
    /// and nobody else. Works on in a cancelled task, for the goodbye.
    package func send(_ frame: NodeNodeFrame) async throws {
        try await connection.send(
            try FrameCodec.payload(of: frame, limit: connection.frameBytesMax))
    }

    /// Why the frames ended; nil while they go on and after an orderly end.
    package var failure: (any CodedError)? { connection.failure }

    package func close() async { await connection.close() }

    package struct Frames: AsyncSequence, Sendable {
        package typealias Element = NodeNodeFrame

        let inner: FrameStream

        package struct AsyncIterator: AsyncIteratorProtocol {
            var inner: FrameStream.AsyncIterator

            package mutating func next() async throws -> NodeNodeFrame? {
                guard let payload = try await inner.next() else { return nil }
                return try FrameCodec.decodeNodeFrame(payload)
            }
        }

        package func makeAsyncIterator() -> AsyncIterator {
            AsyncIterator(inner: inner.makeAsyncIterator())
        }
    }
}
