package import EnlaceCrypto
package import EnlaceModel

/// The authorities that a card pins, or that this node has, with their revocation lists.
package struct PinnedAuthorities: Sendable {
    private let verifier: ChainVerifier

    /// - Parameters:
    ///   - issuers: the issuer and those above it; the topmost ones are believed as they are.
    ///   - revocationLists: DER; lists of other authorities are passed over.
    package init(issuers: [Certificate], revocationLists: [[UInt8]]) throws(CryptoError) {
        let between = issuers.filter { issuer in
            issuers.contains { $0 != issuer && $0.subjectBytes == issuer.issuerBytes }
        }
        var lists: [RevocationList] = []
        for bytes in revocationLists {
            let list = try RevocationList(derBytes: bytes)
            if issuers.contains(where: { list.isSigned(by: $0) }) { lists.append(list) }
        }
        verifier = try ChainVerifier(
            anchors: issuers.filter { !between.contains($0) }, intermediates: between,
            revocationLists: lists)
    }

    /// Throws what speaks against a certificate in this place and under this name; gives the end of
    /// the judgement otherwise.
    @discardableResult
    package func check(
        _ certificate: Certificate, for profile: CertificateProfile, name: CertificateName,
        at time: Timestamp, intermediates: [Certificate] = []
    ) throws(CryptoError) -> Timestamp {
        try verifier.verify(
            certificate, as: profile, name: name, at: time, intermediates: intermediates
        ).validUntil
    }

    /// What speaks against signatures of a person now, and when to ask again.
    struct Judgement {
        let refusal: ErrorCode?
        /// Nil when it can only change with new lists or certificates.
        let reviewAt: Timestamp?
    }

    func judge(
        signer certificate: Certificate, officer: OfficerID, at time: Timestamp
    ) -> Judgement {
        do {
            let end = try check(
                certificate, for: .officerSigning, name: .officer(officer), at: time)
            return Judgement(refusal: nil, reviewAt: end)
        } catch {
            let changes = [certificate.notBefore, certificate.notAfter].filter { $0 >= time }.min()
            switch error.code {
            case .certificateRevoked: return Judgement(refusal: .signerRevoked, reviewAt: nil)
            case .certificateWrongName:
                return Judgement(refusal: .signerOfOtherNode, reviewAt: nil)
            default: return Judgement(refusal: error.code, reviewAt: changes)
            }
        }
    }

    /// Whether a refusal says nothing about the person, but that nobody can be judged now.
    static func isTrouble(_ code: ErrorCode) -> Bool {
        [.revocationListStale, .revocationListMissing, .revocationListInvalid].contains(code)
    }
}
