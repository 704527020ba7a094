"""grpcio clients as one corp's app has them: every call carries its corp, its token and a deadline."""

import collections
import functools

import grpc
from google.rpc import error_details_pb2
from grpc_status import rpc_status

from .protos import protos

# Short names for the gRPC services: the context that answers, and the service's name in its proto.
SERVICES = {
    "corps": ("directory", "CorpService"),
    "departments": ("directory", "DepartmentService"),
    "members": ("directory", "MemberService"),
    "apps": ("directory", "AppService"),
    "tokens": ("directory", "TokenService"),
    "relations": ("customers", "RelationService"),
    "interactions": ("customers", "InteractionService"),
    "behavior": ("customers", "BehaviorService"),
    "sidebar": ("customers", "SidebarService"),
    "tags": ("customers", "TagService"),
    "tag_jobs": ("customers", "TagJobService"),
    "auto_tags": ("customers", "AutoTagService"),
    "attributes": ("customers", "AttributeService"),
    "rankings": ("customers", "RankingService"),
    "strategies": ("customers", "StrategyService"),
    "personal_tags": ("customers", "PersonalTagService"),
    "contacts": ("customers", "ExternalContactService"),
    "identities": ("customers", "IdentityService"),
    "saved_audiences": ("customers", "SavedAudienceService"),
    "audiences": ("customers", "AudienceService"),
    "ways": ("customers", "ContactWayService"),
    "welcomes": ("customers", "WelcomeCodeService"),
    "sources": ("customers", "SourceService"),
    "store_codes": ("customers", "StoreCodeService"),
    "transfers": ("customers", "TransferService"),
    "groups": ("communities", "CustomerGroupService"),
    "join_ways": ("communities", "JoinWayService"),
    "moments": ("communities", "MomentService"),
    "broadcasts": ("broadcasts", "BroadcastService"),
    "tasks": ("broadcasts", "MemberTaskService"),
    "deliveries": ("broadcasts", "DeliveryService"),
    "channels": ("broadcasts", "ChannelService"),
    "conversions": ("broadcasts", "ConversionService"),
    "reports": ("broadcasts", "ReportService"),
    "sending_rules": ("broadcasts", "SendingRulesService"),
    "lifts": ("broadcasts", "LiftService"),
    "offers": ("broadcasts", "OfferService"),
    "broadcast_previews": ("broadcasts", "PreviewService"),
    "calendar": ("broadcasts", "CalendarService"),
    "alerts": ("broadcasts", "AlertService"),
    "forecasts": ("broadcasts", "ForecastService"),
    "explanations": ("broadcasts", "ExplanationService"),
    "schedules": ("broadcasts", "ScheduleService"),
    "sandbox": ("sandbox", "SandboxService"),
    "welcome_rules": ("broadcasts", "WelcomeRuleService"),
    "welcome_messages": ("broadcasts", "WelcomeService"),
    "content_items": ("broadcasts", "ContentItemService"),
    "touches": ("broadcasts", "TouchService"),
    "guide_tasks": ("broadcasts", "GuideTaskService"),
    "assignments": ("broadcasts", "GuideAssignmentService"),
    "approvals": ("broadcasts", "ApprovalService"),
}

# A killed service is dialled again at once, not after gRPC's second and more. What C-core calls
# min_reconnect_backoff is how long one attempt may take.
RECONNECT_QUICKLY = (
    ("grpc.initial_reconnect_backoff_ms", 20),
    ("grpc.max_reconnect_backoff_ms", 100),
    ("grpc.min_reconnect_backoff_ms", 5000),
    ("grpc.use_local_subchannel_pool", 1),
)

PATIENCE_SECONDS = 20

_Details = collections.namedtuple(
    "_Details",
    "method timeout metadata credentials wait_for_ready compression",
)


class _CallDetails(_Details, grpc.ClientCallDetails):
    pass


class _Defaults(
    grpc.UnaryUnaryClientInterceptor,
    grpc.UnaryStreamClientInterceptor,
    grpc.StreamUnaryClientInterceptor,
    grpc.StreamStreamClientInterceptor,
):
    """Adds the corp to the metadata, and a deadline to calls that were given none."""

    def __init__(self, metadata):
        self._metadata = tuple(metadata.items())

    def _fill(self, details):
        timeout = PATIENCE_SECONDS if details.timeout is None else details.timeout
        metadata = (*self._metadata, *(details.metadata or ()))
        return _CallDetails(
            details.method, timeout, metadata, details.credentials, details.wait_for_ready,
            details.compression,
        )

    def intercept_unary_unary(self, proceed, details, request):
        return proceed(self._fill(details), request)

    def intercept_unary_stream(self, proceed, details, request):
        return proceed(self._fill(details), request)

    def intercept_stream_unary(self, proceed, details, requests):
        return proceed(self._fill(details), requests)

    def intercept_stream_stream(self, proceed, details, requests):
        return proceed(self._fill(details), requests)


class Corp:
    """One corp's access to the four services: `corp.tags.CreateTag(request)`.

    Where callers need tokens it has one that may do everything, unless another is given; an empty one
    is none.
    """

    def __init__(
            self, system, name, app="test", certificate=None, token=None, metadata=None,
            **channel_options):
        self.name = name
        self.app = app
        self.token = token
        self._certificate = certificate
        self._system = system
        self._metadata = {"siyu-corp": name, "siyu-app": app, **(metadata or {})}
        self._options = tuple(channel_options.items())
        self._channels = {}

    def __getattr__(self, name):
        if name not in SERVICES:
            raise AttributeError(name)
        stub = self.stub(*SERVICES[name])
        setattr(self, name, stub)
        return stub

    def stub(self, context, service):
        everywhere = service in ("JobService", "AuditService")
        make = getattr(protos.common if everywhere else getattr(protos, context), f"{service}Stub")
        return make(self.channel(context))

    @functools.cache
    def changes(self, context):
        return self.stub(context, "ChangeService")

    @functools.cache
    def jobs(self, context):
        return self.stub(context, "JobService")

    def channel(self, context):
        if context not in self._channels:
            service = self._system[context]
            bare = service.transport.channel(
                service.address, (*RECONNECT_QUICKLY, *self._options), self._certificate)
            if self.token is None and service.transport.is_guarded:
                self.token = service.transport.keys.token(self.name, self.app)
            metadata = {
                **self._metadata, "authorization": f"Bearer {self.token}" if self.token else None}
            defaults = _Defaults(
                {name: text for name, text in metadata.items() if text is not None})
            self._channels[context] = (bare, grpc.intercept_channel(bare, defaults))
        return self._channels[context][1]

    def raw(self, path):
        """A unary method that takes and returns bytes, for what no stub would send."""
        context = path.split(".")[1]
        return self.channel(context).unary_unary(path)

    def close(self):
        for bare, _ in self._channels.values():
            bare.close()


class Refusal(collections.namedtuple("Refusal", "code reason field")):
    """How a call failed: the code's name, ErrorInfo's reason and BadRequest's field, or None."""

    @classmethod
    def of(cls, error):
        reason = field = None
        status = rpc_status.from_call(error)
        for detail in status.details if status else ():
            if detail.Is(error_details_pb2.ErrorInfo.DESCRIPTOR):
                reason = _unpacked(detail, error_details_pb2.ErrorInfo).reason
            elif detail.Is(error_details_pb2.BadRequest.DESCRIPTOR):
                violations = _unpacked(detail, error_details_pb2.BadRequest).field_violations
                field = violations[0].field
        return cls(error.code().name, reason, field)


def errcode(call, *arguments):
    """Makes a call that must fail; returns WeCom's errcode of its refusal, 0 when it has none."""
    try:
        reply = call(*arguments)
    except grpc.RpcError as error:
        for detail in rpc_status.from_call(error).details:
            if detail.Is(error_details_pb2.ErrorInfo.DESCRIPTOR):
                return int(_unpacked(detail, error_details_pb2.ErrorInfo).metadata.get("errcode", 0))
        raise AssertionError(f"the refusal has no ErrorInfo: {error}") from error
    raise AssertionError(f"the call was not refused; it answered {str(reply)[:400]!r}")


def _unpacked(detail, kind):
    message = kind()
    detail.Unpack(message)
    return message


def refusal(call, *arguments, **options):
    """Makes a call that must fail; returns its refusal."""
    try:
        reply = call(*arguments, **options)
        if isinstance(reply, grpc.Call) and not hasattr(reply, "DESCRIPTOR"):
            reply = list(reply)
    except grpc.RpcError as error:
        return Refusal.of(error)
    raise AssertionError(f"the call was not refused; it answered {str(reply)[:400]!r}")
