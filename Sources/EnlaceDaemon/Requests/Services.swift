package import EnlaceBroker

/// The desks of one node, as the port for people offers them.
package struct Services: Sendable {
    package let desk: Desk
    package let audit: AuditDesk
    package let people: PeopleDesk
    package let peers: PeerDesk
    package let proposals: ProposalDesk
    package let status: StatusDesk

    package init(
        _ context: ServiceContext, broker: Broker, diskRoom: @escaping @Sendable () throws -> UInt64
    ) {
        desk = Desk(context, broker: broker)
        audit = AuditDesk(context, logs: broker.logs, dispatcher: broker.dispatcher)
        people = PeopleDesk(context)
        peers = PeerDesk(context)
        proposals = ProposalDesk(context, people: people, peers: peers)
        status = StatusDesk(context, dispatcher: broker.dispatcher, diskRoom: diskRoom)
    }
}
