package org.cachette.samples.forum;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A page of a real Chromium that knows nothing yet. For one thread at a time. */
final class Chromium implements AutoCloseable {

    /** What the browser itself says of the page that it shows: how long it waited, and how much came over the network. */
    private static final String LOAD = """
            () => {
              const load = performance.getEntriesByType("navigation")[0];
              return [load.responseStart - load.requestStart, load.transferSize];
            }""";

    private final Page page;

    private Chromium(Page page) {
        this.page = page;
    }

    /** On the front page. */
    static Chromium open(Browser browser, URI site) {
        Page page = browser.newContext(new NewContextOptions().setBaseURL(site.toString()))
                .newPage();
        page.navigate("/");
        return new Chromium(page);
    }

    Page page() {
        return page;
    }

    /** By the link of that name, as a visitor comes to a page again; typing the same address would be a reload. */
    Chromium follow(String link) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    Chromium logIn(String member) {
        page.navigate("/");
        page.getByLabel("Member").fill(member);
        return press("Log in");
    }

    /** By the cookie alone, which leaves to the browser's cache what it has. */
    Chromium become(String member) {
        page.context().addCookies(List.of(new Cookie("member", member).setUrl(page.url())));
        return this;
    }

    Chromium send(String recipient, String text) {
        page.navigate("/messages");
        page.getByLabel("To").fill(recipient);
        page.getByLabel("Text").fill(text);
        return press("Send");
    }

    /** The first button of that name, and waits for the page that it leads to. */
    Chromium press(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    /** Of new messages, as the page says. */
    long count() {
        return Long.parseLong(page.locator(".news strong").innerText());
    }

    String text() {
        return page.locator("body").innerText();
    }

    Load load() {
        List<?> numbers = (List<?>) page.evaluate(LOAD);
        return new Load(((Number) numbers.get(0)).doubleValue(), ((Number) numbers.get(1)).intValue());
    }

    void takePicture(String name) {
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    /**
     * How a page came.
     *
     * @param millis from asking to the first byte
     * @param bytes over the network, counting 300 for the header (Resource Timing §4.3)
     */
    record Load(double millis, int bytes) {

        boolean isFromOwnCache() {
            return bytes == 0;
        }

        boolean isValidated() {
            return bytes == 300;
        }
    }

    /** For the message of a failed test. */
    @Override
    public String toString() {
        return page.url() + "\n" + page.content();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
