package net.aurpay.it.otlp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A message of protocol buffers, read by field numbers. */
record Message(List<Field> fields) {
    /** @param value a number as {@code Long}, or the bytes of a text or of an embedded message */
    record Field(int number, Object value) {}

    static Message of(byte[] bytes) {
        List<Field> fields = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            int tag = (int) varint(buffer);
            Object value =
                    switch (tag & 7) {
                        case 0 -> varint(buffer);
                        case 1 -> buffer.getLong();
                        case 5 -> (long) buffer.getInt();
                        case 2 -> {
                            byte[] content = new byte[(int) varint(buffer)];
                            buffer.get(content);
                            yield content;
                        }
                        default -> throw new IllegalArgumentException("not a wire type:  " + (tag & 7));
                    };
            fields.add(new Field(tag >>> 3, value));
        }
        return new Message(List.copyOf(fields));
    }

    private static long varint(ByteBuffer buffer) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    List<Message> messages(int number) {
        return bytes(number).stream().map(Message::of).toList();
    }

    String text(int number) {
        return bytes(number).stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    String hex(int number) {
        return bytes(number).stream().map(HexFormat.of()::formatHex).findFirst().orElse("");
    }

    long number(int number) {
        return fields.stream()
                .filter(field -> field.number() == number && field.value() instanceof Long)
                .mapToLong(field -> (Long) field.value())
                .findFirst()
                .orElse(0);
    }

    private List<byte[]> bytes(int number) {
        return fields.stream()
                .filter(field -> field.number() == number && field.value() instanceof byte[])
                .map(field -> (byte[]) field.value())
                .toList();
    }
}
