import EnlaceModel

/// A chain that held, and the window in which it needs no new look.
struct Verdict {
    /// The certificates above the judged one, nearest first, the pinned one last.
    let authorities: [Certificate]
    let validFrom: Timestamp
    let validUntil: Timestamp

    func holds(at moment: Timestamp) -> Bool { validFrom <= moment && moment <= validUntil }
}

/// Judges a chain by the revocation lists (RFC 5280 section 6.3, complete lists of the issuer only).
struct RevocationCheck {
    /// The newest list of each authority, by the fingerprint of the authority's certificate, whose
    /// signature on it has been verified.
    let lists: [SHA256Digest: RevocationList]
    let policy: RevocationPolicy
    let moment: Timestamp

    /// `chain` starts with the judged certificate and ends with the pinned one, which no list
    /// judges: removing the pin is how it is revoked.
    ///
    /// A list from the future is obeyed: the clocks differ, and its revocations are no less true.
    func verdict(on chain: [Certificate]) throws(CryptoError) -> Verdict {
        var validUntil = chain.map(\.notAfter).min() ?? moment
        for (certificate, authority) in zip(chain, chain.dropFirst()) {
            guard let list = try list(of: authority) else { continue }
            guard list.revoked[certificate.serial] == nil else {
                throw CryptoError(.certificateRevoked, object: certificate.subject)
            }
            if let end = try end(of: list) { validUntil = min(validUntil, end) }
        }
        return Verdict(
            authorities: Array(chain.dropFirst()),
            validFrom: chain.map(\.notBefore).max() ?? moment, validUntil: validUntil)
    }

    private func list(of authority: Certificate) throws(CryptoError) -> RevocationList? {
        if let list = lists[authority.fingerprint] { return list }
        guard case .required = policy else { return nil }
        throw CryptoError(.revocationListMissing, object: authority.subject)
    }

    /// The moment after which the list no longer serves; throws when that has passed.
    private func end(of list: RevocationList) throws(CryptoError) -> Timestamp? {
        guard case .required(let grace) = policy else { return nil }
        let end = list.nextUpdate.advanced(by: grace)
        guard moment <= end else {
            throw CryptoError(
                .revocationListStale, object: list.issuer,
                context: ["notAfter": list.nextUpdate.text])
        }
        return end
    }
}
