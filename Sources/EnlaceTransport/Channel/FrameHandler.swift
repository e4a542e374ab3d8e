import EnlaceCrypto
import EnlaceModel
import EnlaceWire
import NIOCore
import Synchronization

/// Plaintext to payloads of frames and back, with back-pressure: reading from the socket pauses
/// while frames wait to be taken.
///
/// A broken frame, a missing hello or silence end the stream of frames with their error; closing is
/// left to whoever reads the stream, so that there is time for a last word.
final class FrameHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = Never
    typealias OutboundIn = [UInt8]
    typealias OutboundOut = ByteBuffer

    typealias Producer = NIOThrowingAsyncSequenceProducer<
        [UInt8], any Error, NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark,
        FrameDemand
    >

    private let source: Producer.Source
    private let demander: NIOLoopBoundBox<FrameHandler?>
    private let ready: EventLoopPromise<TLSPeer>
    private let failure: FrameFailure
    private let object: String
    private let helloTimeout: Duration
    private let idleMax: Duration?
    private var decoder: FrameDecoder
    private var context: ChannelHandlerContext?
    private var isPaused = false
    private var isReadWanted = false
    private var isFinished = false
    private var hasHeard = false
    private var timer: Scheduled<Void>?

    /// - Parameter idleMax: silence after which the stream ends; nil leaves that to those above.
    init(
        source: Producer.Source, demander: NIOLoopBoundBox<FrameHandler?>,
        ready: EventLoopPromise<TLSPeer>, failure: FrameFailure, object: String, limit: Int,
        helloTimeout: Duration, idleMax: Duration?
    ) {
        self.source = source
        self.demander = demander
        self.ready = ready
        self.failure = failure
        self.object = object
        self.helloTimeout = helloTimeout
        self.idleMax = idleMax
        decoder = FrameDecoder(limit: limit)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        demander.value = self
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        finish(TransportError(.sessionClosed, object: object))
        self.context = nil
        demander.value = nil
    }

    func read(context: ChannelHandlerContext) {
        if isPaused { isReadWanted = true } else { context.read() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isFinished else { return }
        hasHeard = true
        decoder.append(unwrapInboundIn(data).readableBytesView)
        do {
            while let payload = try decoder.next() { yield(payload) }
        } catch { finish(error) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? TLSReady {
            ready.succeed(event.peer)
            awaitHello(context)
        } else if case .inputClosed? = event as? ChannelEvent {
            endOfInput()
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        finish(TransportError.coded(error, object: object))
    }

    func channelInactive(context: ChannelHandlerContext) { endOfInput() }

    /// A frame in pieces of a size that the sockets like, the promise with the last.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let payload = unwrapOutboundIn(data)
        var start = 0
        while start < payload.count {
            let end = min(start + TransportLimits.pieceBytes, payload.count)
            var buffer = context.channel.allocator.buffer(
                capacity: FrameCodec.lengthBytes + end - start)
            if start == 0 { buffer.writeBytes(FrameCodec.lengthPrefix(payload.count)) }
            buffer.writeBytes(payload[start..<end])
            context.write(
                wrapOutboundOut(buffer), promise: end == payload.count ? promise : nil)
            start = end
        }
    }

    /// The taker has room again.
    func demand() {
        isPaused = false
        guard isReadWanted else { return }
        isReadWanted = false
        context?.read()
    }

    private func yield(_ payload: [UInt8]) {
        switch source.yield(payload) {
        case .produceMore: break
        case .stopProducing, .dropped: isPaused = true
        }
    }

    private func endOfInput() {
        if decoder.isBetweenFrames {
            finish(nil)
        } else {
            finish(TransportError(.sessionClosed, object: object, context: ["reason": "cut frame"]))
        }
    }

    private func awaitHello(_ context: ChannelHandlerContext) {
        hasHeard = false
        schedule(after: helloTimeout, context) { handler in
            if !handler.decoder.hasBegun { return handler.silence() }
            handler.watch()
        }
    }

    private func watch() {
        guard let idleMax, let context, !isFinished else { return }
        hasHeard = false
        schedule(after: idleMax, context) { handler in
            if handler.hasHeard { handler.watch() } else { handler.silence() }
        }
    }

    private func silence() { finish(TransportError(.sessionTimeout, object: object)) }

    private func schedule(
        after time: Duration, _ context: ChannelHandlerContext,
        _ action: @escaping @Sendable (FrameHandler) -> Void
    ) {
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: TimeAmount(time)) { action(bound.value) }
    }

    private func finish(_ error: (any CodedError)?) {
        guard !isFinished else { return }
        isFinished = true
        if let error { failure.set(error) }
        timer?.cancel()
        timer = nil
        ready.fail(error ?? TransportError(.sessionClosed, object: object))
        if let error { source.finish(error) } else { source.finish() }
    }
}

/// Why a connection's frames ended, for whoever logs it; nil while they go on and after an orderly
/// end.
final class FrameFailure: Sendable {
    private let stored = Mutex<(any CodedError)?>(nil)

    var error: (any CodedError)? { stored.withLock { $0 } }

    func set(_ error: any CodedError) { stored.withLock { $0 = error } }
}

/// Carries the taker's demand from its task to the event loop of the handler.
struct FrameDemand: NIOAsyncSequenceProducerDelegate {
    let eventLoop: any EventLoop
    let handler: NIOLoopBoundBox<FrameHandler?>

    func produceMore() { eventLoop.execute { handler.value?.demand() } }

    func didTerminate() { eventLoop.execute { handler.value = nil } }
}
