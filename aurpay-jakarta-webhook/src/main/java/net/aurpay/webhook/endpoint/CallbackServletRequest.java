package net.aurpay.webhook.endpoint;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A callback without the headers that decide nothing. Its body is empty if another filter has read it as text. */
final class CallbackServletRequest extends HttpServletRequestWrapper {
    CallbackServletRequest(HttpServletRequest request) {
        super(request);
    }

    private static boolean isHidden(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("content-type") || lower.equals("cookie") || lower.startsWith("accept");
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(CallbackServletRequest::isHidden);
        return Collections.enumeration(names);
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        return null;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        try {
            return super.getInputStream();
        } catch (IllegalStateException e) {
            // Another filter has called getReader.
            return new Empty();
        }
    }

    private static final class Empty extends ServletInputStream {
        @Override
        public int read() {
            return -1;
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body has already been read");
        }
    }
}
