package net.aurpay.it.front;

import jakarta.annotation.Resource;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.UserTransaction;
import java.io.IOException;

/** Does what the header {@code Front} says: reads the body as bytes or as text, or begins a transaction. */
@WebFilter(urlPatterns = "/aurpay/*", asyncSupported = true)
public class FrontFilter implements Filter {
    @Resource
    UserTransaction transaction;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String front = String.valueOf(((HttpServletRequest) request).getHeader("Front"));
        if (front.equals("bytes")) {
            request.getInputStream().readAllBytes();
        } else if (front.equals("text")) {
            request.getReader().readLine();
        }
        if (front.equals("transaction")) {
            inTransaction(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void inTransaction(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException {
        try {
            transaction.begin();
            try {
                chain.doFilter(request, response);
            } finally {
                transaction.rollback();
            }
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
