package org.cachette.samples.forum;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cachette.backend.ServerProcess;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two browsers, each a process of its own. When a test fails, they tell what they show. */
final class Chromiums implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final List<String> switchesLeftOut;
    private final List<Playwright> running = new ArrayList<>();
    private final List<Browser> browsers = new ArrayList<>();
    private final List<Chromium> open = new ArrayList<>();

    /** Without some of the switches that Playwright sets. */
    Chromiums(String... switchesLeftOut) {
        this.switchesLeftOut = List.of(switchesLeftOut);
    }

    /** Starts Debian's; without it the tests are skipped. */
    @Override
    public void beforeAll(ExtensionContext tests) {
        // Root may not use Chromium's sandbox.
        LaunchOptions options = new LaunchOptions()
                .setExecutablePath(Path.of(ServerProcess.program("chromium", "chromium")))
                .setIgnoreDefaultArgs(switchesLeftOut)
                .setArgs(List.of("--no-sandbox", "--disable-gpu"));
        for (int i = 0; i < 2; i++) {
            Playwright playwright =
                    Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running.add(playwright);
            browsers.add(playwright.chromium().launch(options));
        }
    }

    /** The test's first, then its second. */
    Chromium open(URI site) {
        Chromium browser = Chromium.open(browsers.get(open.size()), site);
        open.add(browser);
        return browser;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            open.forEach(browser -> System.out.println(test.getDisplayName() + " failed at " + browser));
        }
        open.forEach(Chromium::close);
        open.clear();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        running.forEach(Playwright::close);
    }
}
