import EnlaceBroker
import EnlaceCrypto
import EnlaceModel
import EnlaceStore
import EnlaceWire

// Requests about documents.
extension RequestHarness {
    func prepare(_ body: ClientPrepare) async throws -> ClientResponse {
        let prepared = try await services.desk.prepare(
            type: body.type, recipients: body.recipients, target: body.target, by: person)
        var response = ClientResponse()
        response.prepared.reference = prepared.reference.text
        response.prepared.clockMilliseconds = prepared.now.milliseconds
        response.prepared.environment = prepared.environment.rawValue
        response.prepared.unknownRecipients = prepared.unknownRecipients
        if let target = prepared.target { response.prepared.target = ClientTarget(target) }
        return response
    }

    func submit(_ body: ClientSubmit) async throws -> ClientResponse {
        let result = try await services.desk.submit(body.signedDocument.wireBytes, by: person)
        var response = ClientResponse()
        response.submitted.item = ClientItem(result.item)
        response.submitted.alreadyStored = result.outcome != .stored
        return response
    }

    func list(_ body: ClientList) async throws -> ClientResponse {
        let page = try await services.desk.list(
            direction: try direction(body.direction),
            states: Set(
                try body.states.map { word in
                    guard let state = DeliveryState(rawValue: word) else {
                        throw Self.unknown("/states", word)
                    }
                    return state
                }), types: Set(body.types),
            peer: body.peer.isEmpty ? nil : try NodeID(body.peer),
            cursor: body.cursor.isEmpty ? nil : body.cursor,
            limit: limit(body.limit, max: DocumentQuery.pageItemsMax), by: person)
        var response = ClientResponse()
        response.page.items = page.items.map(ClientItem.init)
        response.page.nextCursor = page.nextCursor ?? ""
        return response
    }

    private func direction(_ word: String) throws -> DocumentQuery.Direction {
        switch word {
        case "INCOMING": .incoming
        case "OUTGOING": .outgoing
        case "BOTH", "": .both
        default: throw Self.unknown("/direction", word)
        }
    }

    func read(_ body: ClientRead) async throws -> ClientResponse {
        let shown = try await services.desk.read(
            body.name, purpose: body.purpose, reason: body.reason, by: person)
        var response = ClientResponse()
        response.reading.item = ClientItem(shown.item)
        response.reading.signedDocument = .init(wire: shown.signedBytes)
        response.reading.signers = shown.signers.map(ClientSigner.init)
        response.reading.readAt = shown.readAt.milliseconds
        response.reading.isFirst = shown.isFirst
        return response
    }

    func show(_ body: ClientShow) async throws -> ClientResponse {
        let timeline = try await services.desk.show(body.name, by: person)
        var response = ClientResponse()
        response.timeline.threadID = .init(wire: timeline.threadID.bytes)
        response.timeline.items = timeline.items.map(ClientItem.init)
        response.timeline.events = timeline.events.map(ClientEvent.init)
        return response
    }

    func withdraw(_ body: ClientWithdraw) async throws -> ClientResponse {
        var response = ClientResponse()
        response.item = ClientItem(try await services.desk.withdraw(body.name, by: person))
        return response
    }

    func resend(_ body: ClientResend) async throws -> ClientResponse {
        let recipient = body.recipient.isEmpty ? nil : try NodeID(body.recipient)
        var response = ClientResponse()
        response.item = ClientItem(
            try await services.desk.resend(body.name, to: recipient, by: person))
        return response
    }

    static func unknown(_ pointer: String, _ word: String) -> DaemonError {
        DaemonError(
            .codeUnknown, object: VisibleText.make(word),
            details: [ErrorDetail(pointer: pointer, code: .codeUnknown, expectation: "")])
    }

    /// 0 asks for as many as there may be.
    func limit(_ wanted: UInt32, max: Int) -> Int { wanted == 0 ? max : min(Int(wanted), max) }
}

extension ClientItem {
    init(_ item: DocumentItem) {
        let document = item.document
        self.init()
        identity = WireIdentity(document.identity)
        threadID = .init(wire: document.threadID.bytes)
        reference = document.reference.text
        type = document.schema.type.code
        from = document.identity.origin.text
        to = document.recipients.map(\.text)
        author = document.author.text
        urgency = document.urgency.rawValue
        trafficLight = document.trafficLight.rawValue
        draftedAt = document.draftedAt.milliseconds
        expiresAt = document.expiresAt.milliseconds
        storedAt = document.storedAt.milliseconds
        if let target = document.inReplyTo { inReplyTo = WireIdentity(target) }
        content = .init(wire: document.content.bytes)
        deliveries = item.deliveries.map { ClientDelivery($0, of: document) }
        state = item.worst?.state.rawValue ?? ""
        owner = item.worst?.owner(of: document) ?? ""
    }
}

extension ClientDelivery {
    fileprivate init(_ delivery: DeliveryRecord, of document: DocumentRecord) {
        self.init()
        node = delivery.recipient.text
        state = delivery.state.rawValue
        attempt = delivery.attempt
        queuedAt = delivery.queuedAt.milliseconds
        sentAt = delivery.sentAt?.milliseconds ?? 0
        receivedAt = delivery.receivedAt?.milliseconds ?? 0
        readAt = delivery.readAt?.milliseconds ?? 0
        acknowledgedAt = delivery.acknowledgedAt?.milliseconds ?? 0
        reason = delivery.reason?.rawValue ?? ""
        nextAttemptAt = delivery.state == .queued ? delivery.nextAttemptAt.milliseconds : 0
        receiptLog = delivery.receipt?.log ?? ""
        receiptIndex = delivery.receipt?.index ?? 0
        receiptAt = delivery.receipt?.time.milliseconds ?? 0
        owner = delivery.owner(of: document) ?? ""
    }
}

extension ClientTarget {
    fileprivate init(_ target: Desk.Target) {
        let document = target.item.document
        self.init()
        identity = WireIdentity(document.identity)
        threadID = .init(wire: document.threadID.bytes)
        reference = document.reference.text
        type = document.schema.type.code
        urgency = document.urgency.rawValue
        trafficLight = document.trafficLight.rawValue
        firstReadAt = target.firstReadAt?.milliseconds ?? 0
        if let answer = target.existingAnswer {
            existingAnswer = WireIdentity(answer.document.identity)
            existingAnswerReference = answer.document.reference.text
        }
    }
}

extension ClientSigner {
    fileprivate init(_ signer: PresentedDocument.Signer) {
        self.init()
        officer = signer.officer?.text ?? ""
        certificate = .init(wire: signer.certificate?.derBytes ?? [])
        part = signer.commitment == .origin ? "AUTHOR" : "RELEASER"
        signedAt = signer.signedAt.milliseconds
        verdict = signer.refusal?.rawValue ?? "OK"
    }
}

extension ClientEvent {
    fileprivate init(_ event: TimelineEvent) {
        self.init()
        at = event.at.milliseconds
        self.event = event.event
        identity = WireIdentity(event.document.identity)
        reference = event.document.reference.text
        actor = event.actor
        recipient = event.recipient?.text ?? ""
        log = event.log
        index = event.index
        reason = event.reason
    }
}
