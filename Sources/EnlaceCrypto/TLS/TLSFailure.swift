import CEnlaceOpenSSL
import EnlaceModel

/// Why a TLS connection ended, as the value `cause` of a `TLS_FAILURE`.
package enum TLSFailure: String, Sendable {
    /// The peer ended it by an alert, named in the value `alert`.
    case alert = "peer-alert"
    /// The peer sent no certificate.
    case certificateMissing = "no-certificate"
    /// The peer speaks another protocol inside TLS, or names none.
    case wrongProtocol = "wrong-protocol"
    /// The peer does not speak TLS 1.3.
    case wrongVersion = "wrong-version"
    /// The connection ended without the peer's word that it is complete.
    case truncated = "truncated"
    /// Something was to be sent before the handshake was done, or after the end.
    case notOpen = "not-open"
    /// Anything else; the value `openssl` has the library's reason.
    case other = "other"

    func error(alert: String? = nil) -> CryptoError {
        var context = ["cause": rawValue]
        if let alert { context["alert"] = alert }
        return CryptoError(.tlsFailure, object: "TLS", context: context)
    }

    // OpenSSL reports an alert received as a reason of its number and 1000.
    private static let alertReasons: Range<Int32> = 1000..<1256

    /// The error for the failed call of this thread, from the first entry of the error queue.
    static func fromQueue() -> CryptoError {
        let reason = ERR_GET_REASON(ERR_peek_error())
        if alertReasons.contains(reason) {
            return TLSFailure.alert.error(alert: TLSAlert.name(reason - alertReasons.lowerBound))
        }
        switch reason {
        case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE: return certificateMissing.error()
        case SSL_R_NO_APPLICATION_PROTOCOL, SSL_R_CALLBACK_FAILED: return wrongProtocol.error()
        case SSL_R_UNSUPPORTED_PROTOCOL, SSL_R_VERSION_TOO_LOW: return wrongVersion.error()
        default: return other.error()
        }
    }
}
