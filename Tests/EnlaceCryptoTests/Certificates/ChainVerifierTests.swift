import EnlaceFiles
import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite struct ChainVerifierTests {
    private let now = TestPKI.now
    private static let leafProfiles = CertificateProfile.allCases.filter { $0.holder != .authority }

    @Test(
        "a certificate is accepted in its place and refused in every other", arguments: leafProfiles
    )
    func places(profile: CertificateProfile) throws {
        try withTestPKI { pki in
            let certificate = try pki.issue(profile)
            let verifier = try pki.verifier()
            for place in CertificateProfile.allCases {
                let code = codeThrown { _ = try verifier.verify(certificate, as: place, at: now) }
                #expect(code == (place == profile ? nil : .certificateWrongUsage), "as \(place)")
            }
            let verified = try verifier.verify(
                certificate, as: profile, name: TestPKI.name(for: profile), at: now)
            #expect(verified.authorities == [pki.authority.certificate])
            #expect(verified.name == (try TestPKI.name(for: profile)))
        }
    }

    @Test("an expired, a not yet valid and a foreign certificate have their codes")
    func validity() throws {
        try withTestPKI { pki in
            let certificate = try pki.issue(.nodeTLS, lasting: .seconds(3600))
            let verifier = try pki.verifier()
            func code(_ offset: Int) -> ErrorCode? {
                codeThrown {
                    _ = try verifier.verify(
                        certificate, as: .nodeTLS, at: now.advanced(by: .seconds(offset)))
                }
            }
            #expect(code(0) == nil)
            #expect(code(3600) == nil)
            #expect(code(3601) == .certificateExpired)
            #expect(code(-299) == nil)
            #expect(code(-301) == .certificateNotYetValid)
            let foreign = try TestPKI(folder: FileSystem.join(pki.folder, "other"))
            #expect(
                codeThrown {
                    _ = try verifier.verify(foreign.issue(.nodeTLS), as: .nodeTLS, at: now)
                } == .certificateUntrusted)
        }
    }

    @Test("another name than the demanded one is refused, also when the chain is kept")
    func wrongName() throws {
        try withTestPKI { pki in
            let certificate = try pki.issue(.nodeTLS)
            let verifier = try pki.verifier()
            let other = CertificateName.node(try NodeID("MX-FGR"))
            for _ in 0..<2 {
                #expect(
                    codeThrown {
                        _ = try verifier.verify(certificate, as: .nodeTLS, name: other, at: now)
                    } == .certificateWrongName)
                _ = try verifier.verify(certificate, as: .nodeTLS, at: now)
            }
        }
    }

    @Test("a revoked certificate is refused as soon as the new list is there")
    func revoked() throws {
        try withTestPKI { pki in
            let certificate = try pki.issue(.officerSigning)
            let other = try pki.issue(.officerSigning)
            let verifier = try pki.verifier()
            let before = try verifier.verify(certificate, as: .officerSigning, at: now)
            try pki.authority.revoke(certificate.serial, reason: .keyCompromise, now: now)
            try verifier.update([pki.authority.makeRevocationList(now: now)])
            #expect(
                codeThrown { _ = try verifier.verify(certificate, as: .officerSigning, at: now) }
                    == .certificateRevoked)
            let after = try verifier.verify(other, as: .officerSigning, at: now)
            #expect(after.generation > before.generation)
        }
    }

    @Test("an older list cannot take back a revocation")
    func olderList() throws {
        try withTestPKI { pki in
            let certificate = try pki.issue(.nodeTLS)
            let old = try pki.authority.revocationList()
            try pki.authority.revoke(certificate.serial, reason: .superseded, now: now)
            let new = try pki.authority.makeRevocationList(now: now.advanced(by: .seconds(1)))
            let verifier = try ChainVerifier(
                anchors: [pki.authority.certificate], revocationLists: [new])
            try verifier.update([old])
            #expect(
                codeThrown { _ = try verifier.verify(certificate, as: .nodeTLS, at: now) }
                    == .certificateRevoked)
        }
    }

    @Test("a list that is missing, stale or forged has its code")
    func lists() throws {
        try withTestPKI { pki in
            let certificate = try pki.issue(.nodeTLS)
            let authority = pki.authority.certificate
            let none = try ChainVerifier(anchors: [authority])
            #expect(
                codeThrown { _ = try none.verify(certificate, as: .nodeTLS, at: now) }
                    == .revocationListMissing)
            let lax = try ChainVerifier(anchors: [authority], policy: .ifPresent)
            _ = try lax.verify(certificate, as: .nodeTLS, at: now)
            try pki.authority.makeRevocationList(now: now, lasting: .seconds(60))
            let verifier = try pki.verifier(policy: .required(grace: .seconds(10)))
            _ = try verifier.verify(certificate, as: .nodeTLS, at: now.advanced(by: .seconds(70)))
            #expect(
                codeThrown {
                    _ = try verifier.verify(
                        certificate, as: .nodeTLS, at: now.advanced(by: .seconds(71)))
                } == .revocationListStale)
            let forger = try TestPKI(folder: FileSystem.join(pki.folder, "other"))
            #expect(forger.authority.certificate.subjectBytes == authority.subjectBytes)
            let generation = verifier.generation
            #expect(
                codeThrown { try verifier.update([forger.authority.revocationList()]) }
                    == .revocationListInvalid)
            #expect(verifier.generation == generation)
        }
    }

    @Test("an agency's certificate needs its authority, and is accepted with it or pinned to it")
    func agency() throws {
        try withTestPKI { pki in
            let agency = try pki.agency("Fiscalía", below: pki.authority)
            let certificate = try agency.issue(TestPKI.request(.nodeTLS), as: .nodeTLS, now: now)
            let alone = try pki.verifier()
            #expect(
                codeThrown { _ = try alone.verify(certificate, as: .nodeTLS, at: now) }
                    == .certificateUntrusted)
            let lists = [try pki.authority.revocationList(), try agency.revocationList()]
            let with = try ChainVerifier(
                anchors: [pki.authority.certificate], intermediates: [agency.certificate],
                revocationLists: lists)
            let verified = try with.verify(certificate, as: .nodeTLS, at: now)
            #expect(verified.authorities == [agency.certificate, pki.authority.certificate])
            let pinned = try ChainVerifier(
                anchors: [agency.certificate], revocationLists: [lists[1]])
            _ = try pinned.verify(certificate, as: .nodeTLS, at: now)
            #expect(
                codeThrown {
                    _ = try pinned.verify(pki.issue(.nodeTLS), as: .nodeTLS, at: now)
                } == .certificateUntrusted)
            try pki.authority.revoke(agency.certificate.serial, reason: .superseded, now: now)
            try with.update([pki.authority.makeRevocationList(now: now)])
            #expect(
                codeThrown { _ = try with.verify(certificate, as: .nodeTLS, at: now) }
                    == .certificateRevoked)
        }
    }

    @Test("an authority below an agency's is a path too long")
    func pathLength() throws {
        try withTestPKI { pki in
            let agency = try pki.agency("one", below: pki.authority)
            let deeper = try pki.agency("two", below: agency)
            let certificate = try deeper.issue(TestPKI.request(.nodeTLS), as: .nodeTLS, now: now)
            let verifier = try ChainVerifier(
                anchors: [pki.authority.certificate], policy: .ifPresent)
            let between = [deeper.certificate, agency.certificate]
            #expect(
                codeThrown {
                    _ = try verifier.verify(
                        certificate, as: .nodeTLS, at: now, intermediates: between)
                } == .certificatePathTooLong)
        }
    }

    @Test("a certificate that is no authority issues nothing and pins nothing")
    func leafAsAuthority() throws {
        try withTestPKI { pki in
            let leaf = try pki.issue(.nodeStatement)
            #expect(codeThrown { _ = try ChainVerifier(anchors: [leaf]) } == .certificateWrongUsage)
        }
    }

    @Test("a changed byte of the signed part is refused")
    func changed() throws {
        try withTestPKI { pki in
            let certificate = try pki.issue(.nodeTLS)
            let verifier = try pki.verifier()
            var refused = 0
            for index in stride(from: 0, to: certificate.derBytes.count, by: 3) {
                var bytes = certificate.derBytes
                bytes[index] ^= 1
                guard let changed = try? Certificate(derBytes: bytes) else { continue }
                #expect(
                    codeThrown { _ = try verifier.verify(changed, as: .nodeTLS, at: now) } != nil,
                    "byte \(index)")
                refused += 1
            }
            #expect(refused > 50)
        }
    }

    @Test("a chain is verified once, and again after a new list or outside of its window")
    func cache() throws {
        try withTestPKI { pki in
            let certificate = try pki.issue(.nodeTLS, lasting: .seconds(3600))
            let verifier = try pki.verifier()
            for _ in 0..<5 { _ = try verifier.verify(certificate, as: .nodeTLS, at: now) }
            #expect(verifier.chainsVerified == 1)
            try verifier.update([pki.authority.makeRevocationList(now: now)])
            _ = try verifier.verify(certificate, as: .nodeTLS, at: now)
            #expect(verifier.chainsVerified == 2)
            #expect(
                codeThrown {
                    _ = try verifier.verify(
                        certificate, as: .nodeTLS, at: now.advanced(by: .seconds(4000)))
                } == .certificateExpired)
        }
    }

    @Test("many tasks may ask one verifier while its lists change")
    func concurrency() async throws {
        let folder = try FileSystem.makeTemporaryFolder(prefix: "enlace-crypto")
        defer { try? FileSystem.removeTree(folder) }
        let pki = try TestPKI(folder: folder)
        let good = try (0..<4).map { _ in try pki.issue(.officerClient) }
        let bad = try pki.issue(.officerClient)
        try pki.authority.revoke(bad.serial, reason: .unspecified, now: now)
        let list = try pki.authority.makeRevocationList(now: now)
        let verifier = try ChainVerifier(
            anchors: [pki.authority.certificate], revocationLists: [list])
        let moment = now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<4 {
                group.addTask {
                    for round in 0..<100 {
                        if task == 0, round.isMultiple(of: 10) { try verifier.update([list]) }
                        _ = try verifier.verify(good[round % 4], as: .officerClient, at: moment)
                        #expect(throws: CryptoError(.certificateRevoked, object: "")) {
                            _ = try verifier.verify(bad, as: .officerClient, at: moment)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(verifier.generation == 11)
    }
}
