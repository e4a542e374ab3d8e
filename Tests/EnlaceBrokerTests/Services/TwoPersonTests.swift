import EnlaceCrypto
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import Testing

@testable import EnlaceBroker

@Suite("Acts of two persons")
struct TwoPersonTests {
    private func statement(adding person: PKIOfficer, by first: PKIOfficer) throws -> [UInt8] {
        try first.sign(
            StatementContent.addingOfficer(
                person.officer, client: person.client.certificate.derBytes,
                signing: person.signing.certificate.derBytes, roles: person.roles,
                on: ManualClock.start
            ).encoded)
    }

    private func propose(_ person: PKIOfficer, _ bytes: [UInt8], in bureau: Bureau)
        async throws -> ProposalRecord
    {
        try await bureau.people.propose(
            bytes, clientCertificate: person.client.certificate.derBytes,
            signingCertificate: person.signing.certificate.derBytes,
            by: bureau.person(bureau.administrators[0]))
    }

    @Test("a person is added only with two administrators, and a new directory says so")
    func adding() async throws {
        let bureau = try await Bureau()
        let (first, second) = (bureau.administrators[0], bureau.administrators[1])
        let newcomer = try bureau.pki.officer(Fixture.officer("o-9"))
        let bytes = try statement(adding: newcomer, by: first)
        let proposal = try await propose(newcomer, bytes, in: bureau)
        #expect(try await propose(newcomer, bytes, in: bureau).id == proposal.id)
        #expect(throws: BrokerError(.officerUnknown, object: "")) {
            try bureau.trust.person(client: newcomer.client.certificate.derBytes)
        }
        let both = try second.approve(proposal.statement)
        await #expect(throws: BrokerError(.secondPersonRequired, object: "")) {
            try await bureau.proposals.approve(
                proposal.id, statement: both, by: bureau.person(first))
        }
        await #expect(throws: BrokerError(.secondPersonRequired, object: "")) {
            try await bureau.proposals.approve(
                proposal.id, statement: proposal.statement, by: bureau.person(second))
        }
        let version = try #require(bureau.trust.ownDirectory?.version)
        _ = try await bureau.proposals.approve(
            proposal.id, statement: both, by: bureau.person(second))
        #expect(bureau.trust.ownDirectory?.version == version + 1)
        let person = try bureau.trust.person(client: newcomer.client.certificate.derBytes)
        #expect(person.roles == [.officer])
        #expect(try await bureau.store.proposals().isEmpty)
        await #expect(throws: BrokerError(.officerExists, object: "")) {
            try await propose(newcomer, bytes, in: bureau)
        }
    }

    @Test("what the second person signs must be what the first proposed")
    func otherContent() async throws {
        let bureau = try await Bureau()
        let (first, second) = (bureau.administrators[0], bureau.administrators[1])
        let newcomer = try bureau.pki.officer(Fixture.officer("o-9"))
        let proposal = try await propose(
            newcomer, statement(adding: newcomer, by: first), in: bureau)
        let auditor = try bureau.pki.officer(Fixture.officer("o-9"), roles: [.auditor])
        let other = try second.approve(statement(adding: auditor, by: first))
        await #expect(throws: BrokerError(.statementInvalid, object: "")) {
            try await bureau.proposals.approve(
                proposal.id, statement: other, by: bureau.person(second))
        }
    }

    @Test("a statement by anyone but an active administrator is refused")
    func wrongSigner() async throws {
        let bureau = try await Bureau()
        let newcomer = try bureau.pki.officer(Fixture.officer("o-9"))
        let byOfficer = try statement(adding: newcomer, by: bureau.officer)
        await #expect(throws: BrokerError(.signerLacksRole, object: "")) {
            try await propose(newcomer, byOfficer, in: bureau)
        }
        let byOther = try statement(adding: newcomer, by: bureau.administrators[1])
        await #expect(throws: BrokerError(.statementInvalid, object: "")) {
            try await propose(newcomer, byOther, in: bureau)
        }
        let stranger = try bureau.pki.officer(Fixture.officer("a-1"), roles: [.administrator])
        let byStranger = try statement(adding: newcomer, by: stranger)
        await #expect(throws: BrokerError(.signerUnknown, object: "")) {
            try await propose(newcomer, byStranger, in: bureau)
        }
    }

    @Test("certificates in each other's place, of another person, or used twice are refused")
    func wrongCertificates() async throws {
        let bureau = try await Bureau()
        let first = bureau.administrators[0]
        let newcomer = try bureau.pki.officer(Fixture.officer("o-9"))
        func refusal(client: Credential, signing: Credential) async -> ErrorCode? {
            do {
                let content = StatementContent.addingOfficer(
                    newcomer.officer, client: client.certificate.derBytes,
                    signing: signing.certificate.derBytes, roles: [.officer],
                    on: ManualClock.start)
                _ = try await bureau.people.propose(
                    first.sign(content.encoded), clientCertificate: client.certificate.derBytes,
                    signingCertificate: signing.certificate.derBytes, by: bureau.person(first))
                return nil
            } catch let error as any CodedError {
                return error.code
            } catch {
                return .internalError
            }
        }
        #expect(
            await refusal(client: newcomer.signing, signing: newcomer.client)
                == .certificateWrongUsage)
        #expect(
            await refusal(client: newcomer.client, signing: bureau.officer.signing)
                == .certificateWrongName)
        #expect(await refusal(client: newcomer.client, signing: newcomer.signing) == nil)
    }

    @Test("revoking works at once and by one person, but two administrators remain")
    func revoking() async throws {
        let bureau = try await Bureau()
        let first = bureau.administrators[0]
        func revoke(_ person: PKIOfficer) async throws -> PeopleDesk.Listing {
            try await bureau.people.revoke(
                first.sign(
                    StatementContent.revokingOfficer(person.officer, on: ManualClock.start)
                        .encoded), by: bureau.person(first))
        }
        #expect(try await revoke(bureau.officer).record.revokedAt == bureau.clock.now())
        #expect(throws: BrokerError(.officerRevoked, object: "")) {
            try bureau.trust.person(client: bureau.officer.client.certificate.derBytes)
        }
        let directory = try #require(bureau.trust.ownDirectory)
        let content = try DirectoryContent(UnverifiedSignedDocument(directory.bytes).content)
        #expect(content.officers.map(\.state) == [.revoked, .active])
        await #expect(throws: BrokerError(.stateForbids, object: "")) {
            try await revoke(bureau.administrators[1])
        }
    }

    @Test(
        "a peer is enrolled by its fingerprint with two administrators; a second card is not taken")
    func peer() async throws {
        let bureau = try await Bureau()
        let (first, second) = (bureau.administrators[0], bureau.administrators[1])
        let fbi = try bureau.pki.node(Fixture.fbi)
        let card = try fbi.card()
        func statement(_ fingerprint: SHA256Digest) throws -> [UInt8] {
            try first.sign(
                StatementContent.addingPeer(
                    Fixture.fbi, card: fingerprint, at: Fixture.hsi, on: ManualClock.start
                ).encoded)
        }
        await #expect(throws: BrokerError(.fingerprintMismatch, object: "")) {
            try await bureau.peers.propose(
                card: card, statement: statement(SHA256.digest([1])), by: bureau.person(first))
        }
        let proposal = try await bureau.peers.propose(
            card: card, statement: statement(SHA256.digest(card)), by: bureau.person(first))
        #expect(bureau.trust.peer(Fixture.fbi) == nil)
        #expect(throws: BrokerError(.peerNotApproved, object: "")) {
            try bureau.trust.node(tls: fbi.tls.certificate, chain: [])
        }
        _ = try await bureau.proposals.approve(
            proposal.id, statement: second.approve(proposal.statement),
            by: bureau.person(second))
        #expect(bureau.trust.peer(Fixture.fbi) != nil)
        #expect(try bureau.trust.node(tls: fbi.tls.certificate, chain: []) == Fixture.fbi)
        let listed = try await bureau.peers.list(bureau.person(bureau.officer))
        #expect(listed.map(\.record.node) == [Fixture.fevimtra, Fixture.fbi])
        let again = try fbi.card()
        await #expect(throws: BrokerError(.stateForbids, object: "")) {
            try await bureau.peers.propose(
                card: again, statement: statement(SHA256.digest(again)), by: bureau.person(first))
        }
    }

    @Test("a card of the own node or of another environment is refused")
    func wrongCard() async throws {
        let bureau = try await Bureau()
        let first = bureau.administrators[0]
        let live = try bureau.pki.node(Fixture.fbi)
        let bytes = try NodeCard.make(
            live.cardContent(environment: .live), statement: live.statement,
            at: ManualClock.start)
        let statement = try first.sign(
            StatementContent.addingPeer(
                Fixture.fbi, card: SHA256.digest(bytes), at: Fixture.hsi, on: ManualClock.start
            ).encoded)
        await #expect(throws: BrokerError(.environmentMismatch, object: "")) {
            try await bureau.peers.propose(
                card: bytes, statement: statement, by: bureau.person(first))
        }
    }
}
