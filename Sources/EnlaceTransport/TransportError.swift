package import EnlaceModel
import NIOCore
import NIOPosix

/// The error of this module: addresses, sockets and sessions that cannot be had or have ended.
package struct TransportError: CodedError, Equatable {
    package let code: ErrorCode
    package let object: String
    package let context: [String: String]

    package init(_ code: ErrorCode, object: String, context: [String: String] = [:]) {
        self.code = code
        self.object = object
        self.context = context
    }

    /// Errors are the same when their codes are.
    package static func == (left: TransportError, right: TransportError) -> Bool {
        left.code == right.code
    }

    /// An error with a code keeps it; what the sockets report ends a session.
    static func coded(_ error: any Error, object: String) -> any CodedError {
        if let coded = error as? any CodedError {
            return coded.code == .tlsFailure ? explained(coded, object: object) : coded
        }
        return TransportError(.sessionClosed, object: object, context: ["reason": reason(error)])
    }

    /// A failure of TLS with the other side's address, and the most telling of its reasons.
    private static func explained(_ error: any CodedError, object: String) -> TransportError {
        var context = error.context
        context["reason"] = context["alert"] ?? context["openssl"] ?? context["cause"]
        return TransportError(.tlsFailure, object: object, context: context)
    }

    /// Why no connection could be made.
    static func unreachable(_ error: any Error, _ address: NetworkAddress) -> any CodedError {
        if let coded = error as? any CodedError { return coded }
        return TransportError(
            .unreachable, object: address.text, context: ["reason": reason(error)])
    }

    /// The system's word for it, in one short clause.
    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError:
            if let first = error.connectionErrors.first { return reason(first.error) }
            return "name not found"
        case let error as IOError: return SystemReason.text(error.errnoCode)
        case let error as ChannelError: return channelReason(error)
        default: return "connection failed"
        }
    }

    private static func channelReason(_ error: ChannelError) -> String {
        switch error {
        case .connectTimeout: "no answer in time"
        case .ioOnClosedChannel, .alreadyClosed, .eof, .inputClosed, .outputClosed: "closed"
        default: "connection failed"
        }
    }
}
