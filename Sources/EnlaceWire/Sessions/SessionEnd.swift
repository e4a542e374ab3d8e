package import EnlaceModel

/// Why a session between two nodes is over. Codes of the peer are text, because they may be newer
/// than this program.
package enum SessionEnd: Sendable, Equatable {
    /// The own node said goodbye.
    case stopped(ErrorCode)
    /// The peer said goodbye.
    case goodbye(code: String)
    /// The peer says that we broke the rules.
    case refused(code: String, heldSize: UInt64)
    /// The peer broke the rules, or fell silent.
    case failed(WireError)
    /// Without a word.
    case linkEnded

    /// As an error, nil when the end was orderly.
    package func error(peer: NodeID) -> WireError? {
        switch self {
        case .stopped, .goodbye: nil
        case .refused(let code, _):
            WireError(.sessionRefused, object: peer.text, context: ["reason": code])
        case .failed(let error): error
        case .linkEnded: WireError(.sessionClosed, object: peer.text)
        }
    }
}

extension WireError {
    static func violation(_ object: String) -> WireError {
        WireError(.protocolViolation, object: object)
    }
}
