package import EnlaceModel

/// What came out of one call of the engine, in the order in which it is to be handled: send, hand
/// up, then look at the rest. An alert is part of `ciphertext`, so it leaves before the error is
/// acted on.
package struct TLSOutput: Sendable {
    /// To be sent, in this order; no piece is larger than about 50 KiB.
    package var ciphertext: [[UInt8]] = []
    /// Received, in this order.
    package var plaintext: [[UInt8]] = []
    /// Set once, when the handshake is done.
    ///
    /// A client learns only later, by an error, that the server refuses its certificate: the
    /// server's first answer proves that it does not.
    package var handshake: TLSPeer?
    /// Set when the peer said that it sends no more; what is still to be said may be written.
    package var isPeerClosed = false
    /// The end of the connection: nothing is received or sent after it.
    package var error: (any CodedError)?
}

extension TLSOutput {
    private static let pieceBytesMax = 48 * 1024

    /// Adds to the last piece while it is small: many short records make one piece.
    mutating func append(plaintext bytes: UnsafeRawBufferPointer) {
        if let last = plaintext.indices.last, plaintext[last].count < Self.pieceBytesMax {
            plaintext[last].append(contentsOf: bytes)
        } else {
            plaintext.append(Array(bytes))
        }
    }
}
