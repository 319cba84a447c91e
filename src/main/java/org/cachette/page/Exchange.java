package org.cachette.page;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cachette.http.QueryContent;
import org.cachette.http.RequestHead;
import org.cachette.http.Reuse;
import org.cachette.http.Sharing;
import org.cachette.http.StoredResponse;
import org.cachette.http.ValidationRequest;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * One request and its coming response. Opened before anything looks at the request, handed along with it, and used by
 * one thread at a time.
 */
public final class Exchange {

    private final DeclarationScope said = new DeclarationScope();
    private final String sentMethod;
    private Supplier<Visitor> visitors = () -> Visitor.UNKNOWN;
    private @Nullable RequestHead request;
    private @Nullable Class<?> resourceClass;
    private @Nullable Method method;
    private @Nullable PagePolicy policy;
    private @Nullable PageLookup lookup;
    private AskedVisitor visitor = new AskedVisitor(visitors);
    private Map<String, List<String>> fromMethod = Map.of();
    private long stamp;
    private @Nullable String generation = "";
    private @Nullable Flight flight;
    private boolean waited;
    private volatile boolean unanswered;
    private @Nullable Instant begun;
    private boolean validating;
    private Capabilities server = Capabilities.NONE;
    private boolean content;
    private boolean intercepted;

    /** An exchange for a request with that method on the wire. */
    public Exchange(String sentMethod) {
        this.sentMethod = sentMethod;
    }

    /** Says which method of which class the server is about to call, for which request, and how to learn who asks. */
    public void matched(
            RequestHead head, @Nullable Class<?> resource, @Nullable Method resourceMethod, Supplier<Visitor> who) {
        // Jersey calls a HEAD a GET while the method runs; its entry must not serve a GET.
        request = sentMethod.equals("HEAD") && head.method().equals("GET") ? head.withMethod("HEAD") : head;
        resourceClass = resource;
        method = resourceMethod;
        visitors = who;
    }

    /** Whether that is the matched method: by name and parameters, since the server may know the interface's, and class. */
    public boolean isMatched(Method candidate) {
        Method matched = method;
        return matched != null
                && isOfMatchedClass(candidate.getDeclaringClass(), matched.getDeclaringClass())
                && matched.getName().equals(candidate.getName())
                && Arrays.equals(matched.getParameterTypes(), candidate.getParameterTypes());
    }

    private boolean isOfMatchedClass(Class<?> type, Class<?> declaring) {
        return declaring.isAssignableFrom(type)
                || type.isAssignableFrom(resourceClass == null ? declaring : resourceClass);
    }

    /** The matched method as the server knows it; null when none was matched. */
    public @Nullable Method matchedMethod() {
        return method;
    }

    /** The class of the matched method; null when none was matched. */
    public @Nullable Class<?> matchedClass() {
        return resourceClass;
    }

    /** The request; null until a method was matched. */
    public @Nullable RequestHead request() {
        return request;
    }

    /**
     * Takes in what is said about the response. Once the answer is on its way its headers stay as they are; it is not
     * stored then.
     */
    public void declare(Consumer<Declarations> saying) {
        said.declare(request, saying);
    }

    /** How often something was declared until now. */
    public int declarationCount() {
        return said.count();
    }

    /** What the body gives. What is declared meanwhile, on this thread, goes into {@code part} and not to the response. */
    public <T> T during(Declarations part, Supplier<T> body) {
        return said.during(part, body);
    }

    /**
     * Takes in what a piece of the page asks of it: into the piece around it, if there is one, else for the response.
     * One that says no more than how long it lives is never late, since an answer on its way is not stored any more.
     */
    public void include(PagePart part) {
        said.include(request, part);
    }

    /** Whether the response goes out as it is: nothing was declared, and no policy asks to store it. */
    public boolean isUntouched() {
        return policy == null && said.ofResponse().isEmpty();
    }

    Declarations declarations() {
        return said.ofResponse();
    }

    /** The policy under which the response may be stored; null when there is none. */
    public @Nullable PagePolicy policy() {
        return policy;
    }

    /** Notes that the request has content, though its header fields do not say so. */
    public void markContent() {
        content = true;
    }

    boolean hasContent() {
        RequestHead head = request;
        return content || (head != null && head.hasContent());
    }

    /** What the lookup gave; null when nobody asked. */
    public @Nullable PageLookup lookup() {
        return lookup;
    }

    void lookedUp(PagePolicy asked, PageLookup outcome, AskedVisitor who, long stampOfUrl, Instant now) {
        visitor = who;
        if (begun == null) {
            begun = now;
        }
        stamp = stampOfUrl;
        policy = asked;
        lookup = outcome;
    }

    /** When the page was looked up first; null when nobody asked. */
    @Nullable
    Instant begun() {
        return begun;
    }

    /**
     * Lets the method see the validators of an entry as the conditions of the request, in place of the client's own,
     * which are answered later. Only for a GET, and where the method gave validators: to a QUERY, JAX-RS answers a
     * condition that does not hold with 412 and not with 304.
     */
    void askWhetherRight(StoredResponse entry) {
        RequestHead client = request;
        if (client != null && client.method().equals("GET") && !QueryContent.isAskedBy(client)) {
            ValidationRequest.of(client, OwnValidators.only(entry)).ifPresent(asking -> {
                request = client.withOwnHeaders();
                LiveConditions.replace(client.headers(), asking);
                validating = true;
            });
        }
    }

    /** Whether the method sees the conditions of the entry. */
    boolean isValidating() {
        return validating;
    }

    /** Says what the server can do for this exchange. */
    public void servedBy(Capabilities of) {
        server = of;
    }

    /** Whether somebody can make the page anew in the background, for visitors of whom nothing but the request is known. */
    boolean canBeRefreshed(RequestHead head, Visitor who) {
        return server.refresh() && head.method().equals("GET") && !Sharing.isIdentified(head, who);
    }

    /** Notes that the method threw what nobody makes a response of. */
    void markUnanswered() {
        unanswered = true;
    }

    boolean isUnanswered() {
        return unanswered;
    }

    boolean isUnmapped(Throwable failure) {
        return server.unmapped().test(failure);
    }

    /** The request of nobody that makes the page anew which was the answer, though it is stale; null where none is needed. */
    public @Nullable RequestHead refreshRequest() {
        return request != null
                        && policy != null
                        && lookup instanceof PageLookup.Hit hit
                        && hit.reuse().outcome() == Reuse.Outcome.STALE_WHILE_REVALIDATE
                ? policy.refreshRequest(request, hit)
                : null;
    }

    /** Notes of which generation the page was when it was looked up; null when that is not known. */
    void foundIn(@Nullable String generationOfPage) {
        generation = generationOfPage;
    }

    /** Under which the page may be stored; null when it may not. */
    @Nullable
    String generation() {
        return generation;
    }

    /** Notes the flight that ends with this exchange; null when it is none of ours. */
    void boarded(@Nullable Flight own) {
        flight = own;
    }

    /** Tells those who wait for this answer, if nobody has told them, how it ended. */
    void landed(Landing landing) {
        Flight own = flight;
        if (own != null) {
            own.land(landing);
        }
    }

    /** Whether others may wait for the answer to this request. */
    public boolean isAwaited() {
        return flight != null;
    }

    /** Tells those who wait that no answer comes to be stored, if none has come. For any thread, at any time. */
    public void abandon() {
        landed(Landing.FAILED);
    }

    /** Notes that this exchange has waited for the answer to another one. */
    void markWaited() {
        waited = true;
    }

    boolean hasWaited() {
        return waited;
    }

    /** Of {@link Changes}, from before the lookup. */
    long stamp() {
        return stamp;
    }

    /** Forgets the hit: something outside the method failed after it, and its answer goes out. */
    public void dropHit() {
        lookup = new PageLookup.Bypass("what surrounds the method answered in its place");
    }

    /** Who the visitor was when the page was looked up; of a request that passed by, who it is when that is asked. */
    Visitor visitor() {
        return visitor.get();
    }

    /** Who the visitor is now: the method may have begun a session. */
    Visitor visitorNow() {
        return visitors.get();
    }

    /** Keeps the headers that the method gave, before any response filter added its own. */
    public void methodGave(Map<String, List<String>> headers) {
        fromMethod = headers;
    }

    Map<String, List<String>> fromMethod() {
        return fromMethod;
    }

    /** Notes that an annotation of the matched method has taken effect. */
    public void markIntercepted() {
        intercepted = true;
    }

    public boolean wasIntercepted() {
        return intercepted;
    }

    /** Notes that the answer is on its way: its headers cannot be changed any more. */
    public void markSent() {
        said.markSent();
    }
}
