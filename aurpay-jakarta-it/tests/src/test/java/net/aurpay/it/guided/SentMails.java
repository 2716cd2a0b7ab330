package net.aurpay.it.guided;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.aurpay.it.guide.Mailer;

/** Keeps mails instead of sending them. */
@ApplicationScoped
public class SentMails implements Mailer {
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public void send(String text) {
        texts.add(text);
    }

    public List<String> texts() {
        return List.copyOf(texts);
    }
}
