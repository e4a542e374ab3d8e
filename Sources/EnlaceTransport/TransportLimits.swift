/// Every time, count and size of the sockets. Reaching one has a defined result, which stands beside
/// it.
package struct TransportLimits: Sendable {
    /// Connections of one port at a time; the next is closed at once.
    package var connectionsMax = 256
    /// Connections from one address at a time; the next is closed at once.
    package var connectionsPerSourceMax = 64
    /// Connections that wait to be accepted; the system refuses more.
    package var backlog: Int32 = 128
    /// Accepted connections that nobody has taken over yet; the next is closed at once.
    package var acceptedWaitingMax = 64

    /// To connect: UNREACHABLE.
    package var connectTimeout = Duration.seconds(5)
    /// From the connection to the end of the TLS handshake: SESSION_TIMEOUT, closed.
    package var handshakeTimeout = Duration.seconds(10)
    /// From there to the first whole frame: SESSION_TIMEOUT, closed.
    package var helloTimeout = Duration.seconds(10)
    /// Without a byte from a node (which pings more often): SESSION_TIMEOUT, closed.
    package var nodeIdleMax = Duration.seconds(120)
    /// Without a request from a person's program: refused with SESSION_TIMEOUT, closed.
    package var clientIdleMax = Duration.seconds(60)
    /// Until the system has taken a whole frame: SESSION_TIMEOUT, closed.
    package var writeTimeout = Duration.seconds(60)
    /// From a program's request to the answer: SESSION_TIMEOUT.
    package var requestTimeout = Duration.seconds(30)
    /// To say the last words and to hear that they arrived: closed without.
    package var closeTimeout = Duration.seconds(2)
    /// From the stop of a listener to the end of its sessions: closed.
    package var drainMax = Duration.seconds(10)

    /// The first wait after a failed dial; it doubles from there.
    package var redialFirst = Duration.milliseconds(500)
    package var redialMax = Duration.seconds(60)
    /// A session that lasted this long was a good one: the wait begins again at the first.
    package var goodSessionMin = Duration.seconds(10)
    /// How often is looked whether a peer that is connected anyway has to be dialled again.
    package var redialCheck = Duration.seconds(2)

    /// Plaintext that is encrypted and handed to the socket at once, in bytes.
    package static let pieceBytes = 48 << 10
    /// Plaintext held until the handshake is done, in bytes; a write above it fails.
    package static let heldBytesMax = 64 << 10
    /// Frames received and not yet taken: reading from the socket stops at the higher number and goes
    /// on below the lower.
    package static let framesWaiting = (low: 2, high: 4)

    package init() {}
}
