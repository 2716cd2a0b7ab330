package net.aurpay.client.accounts;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.http.ClientKeys;

/**
 * A place where something of an account is injected.
 *
 * @param type what is injected, or what an {@code Instance} or a {@code Provider} gives
 * @param where names the field or the method in a message
 */
public record NamedInjection(Class<?> type, String account, String where) {
    /** Returns what an injection point asks for; empty if it names no account. */
    public static List<NamedInjection> of(InjectionPoint point) {
        return provided(point.getType()) instanceof Class<?> type
                ? accounts(point.getQualifiers()).stream()
                        .map(account -> new NamedInjection(type, account, String.valueOf(point.getMember())))
                        .toList()
                : List.of();
    }

    private static Type provided(Type type) {
        return type instanceof ParameterizedType wrapper
                        && (wrapper.getRawType() == Instance.class || wrapper.getRawType() == Provider.class)
                ? wrapper.getActualTypeArguments()[0]
                : type;
    }

    /** Returns the accounts that qualifiers name. */
    public static List<String> accounts(Collection<Annotation> qualifiers) {
        return qualifiers.stream()
                .filter(AurpayAccount.class::isInstance)
                .map(qualifier -> ((AurpayAccount) qualifier).value())
                .toList();
    }

    /** Returns what is wrong if the configuration does not list an account. */
    public static String unknown(String account, String where, Collection<String> configured) {
        return "@AurpayAccount(\"" + account + "\") at <" + where + ">: " + ClientKeys.ACCOUNTS
                + " does not list this account, only " + new TreeSet<>(configured);
    }
}
