package import EnlaceModel
import Synchronization

/// Judges certificates against pinned authorities and their revocation lists.
///
/// A verdict is kept for as long as everything it rests on is valid, so that a chain is verified
/// once and not per message: by certificate and profile, until the earliest end in the chain and
/// the grace of the lists, and at most until new lists come. Refusals are not kept.
/// Names are judged anew each time. Safe to use from any number of threads; nothing blocks but the
/// verification itself.
package final class ChainVerifier: Sendable {
    /// The most verdicts kept; when full, all are dropped and made again on demand.
    package static let verdictsMax = 10_000

    private struct Key: Hashable {
        let certificate: SHA256Digest
        let profile: CertificateProfile
    }

    private struct State {
        var lists: [SHA256Digest: RevocationList]
        var generation: UInt64 = 1
        var verdicts: [Key: Verdict] = [:]
        var chainsVerified = 0
    }

    private let authorities: ChainAuthorities
    private let policy: RevocationPolicy
    private let state: Mutex<State>

    /// - Parameters:
    ///   - anchors: the pinned authorities, a country's or an agency's; each is believed as it is.
    ///   - intermediates: authorities that may stand between, believed only through an anchor.
    ///   - revocationLists: of any of these authorities; see `update`.
    ///
    /// Throws `CERTIFICATE_WRONG_USAGE` for an anchor that is no authority, and what `update` throws.
    package init(
        anchors: [Certificate], intermediates: [Certificate] = [],
        revocationLists: [RevocationList] = [], policy: RevocationPolicy = .standard
    ) throws(CryptoError) {
        let authorities = try ChainAuthorities(anchors: anchors, intermediates: intermediates)
        self.authorities = authorities
        self.policy = policy
        state = Mutex(State(lists: try authorities.newest(of: revocationLists, and: [:])))
    }

    /// Counts the changes of revocation lists; a verdict of another generation must be made again.
    package var generation: UInt64 { state.withLock { $0.generation } }

    /// How many chains were really verified, cached verdicts apart.
    package var chainsVerified: Int { state.withLock { $0.chainsVerified } }

    /// Adds lists: the newest of each issuer counts, an older one than the one held is passed over.
    ///
    /// Throws `REVOCATION_LIST_INVALID`, changing nothing, when one is not signed by an authority
    /// known here.
    package func update(_ revocationLists: [RevocationList]) throws(CryptoError) {
        var held = state.withLock { $0.lists }
        while true {
            // Verified outside of the lock, and again when another update came in between.
            let newest = try authorities.newest(of: revocationLists, and: held)
            let isDone = state.withLock { state in
                guard state.lists.mapValues(\.fingerprint) == held.mapValues(\.fingerprint) else {
                    held = state.lists
                    return false
                }
                state.lists = newest
                state.generation += 1
                state.verdicts.removeAll()
                return true
            }
            if isDone { return }
        }
    }

    /// Judges a certificate for one place at one moment.
    ///
    /// - Parameters:
    ///   - name: whom it must name; `nil` accepts any name of the kind that the profile demands, for
    ///     callers that look the name up afterwards.
    ///   - intermediates: further authorities that may stand between, as a peer sent them.
    ///
    /// Throws, in this order of precedence: `CERTIFICATE_WRONG_USAGE`, `CERTIFICATE_WRONG_NAME`,
    /// `CERTIFICATE_PATH_TOO_LONG`, `CERTIFICATE_UNTRUSTED`, `CERTIFICATE_EXPIRED`,
    /// `CERTIFICATE_NOT_YET_VALID`, `REVOCATION_LIST_MISSING`, `CERTIFICATE_REVOKED`,
    /// `REVOCATION_LIST_STALE`.
    package func verify(
        _ certificate: Certificate, as profile: CertificateProfile, name: CertificateName? = nil,
        at moment: Timestamp, intermediates: [Certificate] = []
    ) throws(CryptoError) -> VerifiedCertificate {
        let key = Key(certificate: certificate.fingerprint, profile: profile)
        let (kept, lists, generation) = state.withLock { state in
            (state.verdicts[key], state.lists, state.generation)
        }
        if let kept, kept.holds(at: moment) {
            try requireName(name, of: certificate)
            return VerifiedCertificate(certificate, profile, kept, generation)
        }
        try profile.check(certificate)
        try requireName(name, of: certificate)
        let chain = try authorities.chain(
            of: certificate, intermediates: intermediates, at: moment)
        let verdict = try RevocationCheck(lists: lists, policy: policy, moment: moment)
            .verdict(on: chain)
        keep(verdict, for: key, generation: generation)
        return VerifiedCertificate(certificate, profile, verdict, generation)
    }

    /// A verdict made from lists that were replaced meanwhile is not kept.
    private func keep(_ verdict: Verdict, for key: Key, generation: UInt64) {
        state.withLock { state in
            state.chainsVerified += 1
            guard state.generation == generation else { return }
            if state.verdicts.count >= Self.verdictsMax { state.verdicts.removeAll() }
            state.verdicts[key] = verdict
        }
    }

    private func requireName(
        _ name: CertificateName?, of certificate: Certificate
    ) throws(CryptoError) {
        guard let name, certificate.name != name else { return }
        throw CryptoError(
            .certificateWrongName, object: certificate.name?.uri ?? certificate.subject,
            context: ["expected": name.uri])
    }
}

/// A certificate that a `ChainVerifier` accepted for one place; nobody else can make one.
///
/// It says what held at the moment of the verification: whoever keeps it asks again after
/// `validUntil` or when the verifier's generation has changed.
package struct VerifiedCertificate: Sendable, Hashable {
    package let certificate: Certificate
    package let profile: CertificateProfile
    /// The certificates above it, nearest first, the pinned one last.
    package let authorities: [Certificate]
    /// The earliest end of what the verdict rests on.
    package let validUntil: Timestamp
    /// The verifier's generation of revocation lists.
    package let generation: UInt64

    fileprivate init(
        _ certificate: Certificate, _ profile: CertificateProfile, _ verdict: Verdict,
        _ generation: UInt64
    ) {
        self.certificate = certificate
        self.profile = profile
        self.authorities = verdict.authorities
        self.validUntil = verdict.validUntil
        self.generation = generation
    }

    /// Whom the certificate names; `nil` for an authority.
    package var name: CertificateName? { certificate.name }
}
