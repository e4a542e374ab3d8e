import CEnlaceOpenSSL
import EnlaceModel

/// Whether the process computes inside a FIPS provider of OpenSSL.
///
/// It says what is loaded, not that what is loaded was validated.
package enum FIPSMode {
    /// Whether the provider is loaded and the default properties ask for it.
    package static var isOn: Bool {
        EVP_default_properties_is_fips_enabled(nil) == 1
            && OSSL_PROVIDER_available(nil, "fips") == 1
    }

    /// For a daemon that requires it: throws `FIPS_UNAVAILABLE` unless it is on and offers every
    /// algorithm of the product.
    package static func require() throws(CryptoError) {
        guard isOn else { throw CryptoError(.fipsUnavailable, object: "OpenSSL") }
        do throws(CryptoError) {
            _ = try Algorithms.shared()
        } catch {
            throw CryptoError(.fipsUnavailable, object: error.object, context: error.context)
        }
    }
}
