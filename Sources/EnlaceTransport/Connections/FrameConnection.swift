import EnlaceCrypto
import EnlaceModel
import EnlaceWire
import NIOCore

/// One connection as frames: what nodes and persons' programs have in common.
struct FrameConnection: Sendable {
    let channel: any Channel
    let frames: FrameStream
    /// Address of the other side, for logs and limits.
    let source: String
    private let identity: PeerIdentity
    private let ended = FrameFailure()
    private let ready: EventLoopFuture<TLSPeer>
    private let limits: TransportLimits
    /// The largest frame of this kind of port.
    let frameBytesMax: Int

    /// How one kind of port frames and waits.
    struct Style: Sendable {
        let context: TLSContext
        let limits: TransportLimits
        let frameBytesMax: Int
        let idleMax: Duration?
    }

    /// Builds the pipeline; on the channel's event loop, before the first byte.
    init(
        _ channel: any Channel, source: String, identity: PeerIdentity, style: Style
    ) throws {
        let engine = try TLSEngine(context: style.context, verifier: identity.judge)
        let demander = NIOLoopBoundBox<FrameHandler?>(nil, eventLoop: channel.eventLoop)
        let (low, high) = TransportLimits.framesWaiting
        let made = FrameHandler.Producer.makeSequence(
            elementType: [UInt8].self, failureType: (any Error).self,
            backPressureStrategy: .init(lowWatermark: low, highWatermark: high),
            finishOnDeinit: true,
            delegate: FrameDemand(eventLoop: channel.eventLoop, handler: demander))
        let ready = channel.eventLoop.makePromise(of: TLSPeer.self)
        self.channel = channel
        self.source = source
        self.identity = identity
        self.ready = ready.futureResult
        limits = style.limits
        frameBytesMax = style.frameBytesMax
        frames = FrameStream(producer: made.sequence)
        do {
            try channel.pipeline.syncOperations.addHandlers([
                TLSHandler(engine: engine, limits: style.limits),
                FrameHandler(
                    source: made.source, demander: demander, ready: ready, failure: ended,
                    object: source,
                    limit: style.frameBytesMax, helloTimeout: style.limits.helloTimeout,
                    idleMax: style.idleMax),
            ])
        } catch {
            ready.fail(error)
            throw error
        }
    }

    /// Why the frames ended; nil while they go on and after an orderly end.
    var failure: (any CodedError)? { ended.error }

    /// Waits for the handshake; the error has the exact code of what went wrong.
    func secured() async throws -> (peer: TLSPeer, name: CertificateName) {
        let peer = try await ready.get()
        guard let name = identity.name else {
            throw TransportError(.certificateUntrusted, object: source)
        }
        return (peer, name)
    }

    /// Returns when the system has taken the frame; a peer that takes too long is closed.
    ///
    /// Not ended by the cancellation of the task: the last words of a stopping node go this way.
    func send(_ payload: [UInt8]) async throws {
        let channel = channel
        let source = source
        let stall = channel.eventLoop.scheduleTask(in: TimeAmount(limits.writeTimeout)) {
            channel.pipeline.fireErrorCaught(TransportError(.sessionTimeout, object: source))
            channel.close(promise: nil)
        }
        do {
            try await channel.writeAndFlush(payload).get()
            stall.cancel()
        } catch {
            stall.cancel()
            // Either cancelled just now, or it has run and is the reason.
            let hasStalled = (try? await stall.futureResult.get()) != nil
            throw hasStalled
                ? TransportError(.sessionTimeout, object: source)
                : TransportError.coded(error, object: source)
        }
    }

    /// Sends without waiting, for the last word of a session that is being stopped.
    func post(_ payload: [UInt8]) { channel.writeAndFlush(payload, promise: nil) }

    /// Ends the stream of frames with this error unless it is cancelled before.
    func endFrames(after time: Duration, with error: TransportError) -> Scheduled<Void> {
        let channel = channel
        return channel.eventLoop.scheduleTask(in: TimeAmount(time)) {
            channel.pipeline.fireErrorCaught(error)
        }
    }

    /// Begins to close and returns at once.
    func beginClose() { channel.close(promise: nil) }

    /// Returns when the connection is closed, at the latest after the time to close.
    func close() async {
        channel.close(promise: nil)
        // The future never fails; the result says nothing that is not known.
        try? await channel.closeFuture.get()
    }

    /// Runs a session and closes behind it. When the task is cancelled the session has `drainMax`
    /// to end by itself, a handshake none.
    func run<Result: Sendable>(
        _ session: (TLSPeer, CertificateName) async throws -> Result
    ) async throws -> Result {
        let outcome: Swift.Result<Result, any Error>
        do {
            outcome = .success(
                try await withTaskCancellationHandler {
                    let (peer, name) = try await secured()
                    return try await session(peer, name)
                } onCancel: {
                    stop()
                })
        } catch { outcome = .failure(error) }
        await close()
        return try outcome.get()
    }

    private func stop() {
        let channel = channel
        guard identity.name != nil else { return channel.close(promise: nil) }
        let force = channel.eventLoop.scheduleTask(in: TimeAmount(limits.drainMax)) {
            channel.close(promise: nil)
        }
        channel.closeFuture.whenComplete { _ in force.cancel() }
    }
}
