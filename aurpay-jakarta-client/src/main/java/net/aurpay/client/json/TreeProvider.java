package net.aurpay.client.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * Gives JSON-B the parser of a tree that was read and checked before. Everything else is the server's own JSON-P.
 */
final class TreeProvider extends JsonProvider {
    private final JsonProvider server;

    TreeProvider(JsonProvider server) {
        this.server = server;
    }

    @Override
    public JsonParser createParser(Reader reader) {
        return reader instanceof TreeReader tree ? tree.parser() : server.createParser(reader);
    }

    @Override
    public JsonParser createParser(InputStream in) {
        return server.createParser(in);
    }

    @Override
    public JsonParserFactory createParserFactory(Map<String, ?> config) {
        return new TreeParserFactory(server.createParserFactory(config));
    }

    @Override
    public JsonGenerator createGenerator(Writer writer) {
        return server.createGenerator(writer);
    }

    @Override
    public JsonGenerator createGenerator(OutputStream out) {
        return server.createGenerator(out);
    }

    @Override
    public JsonGeneratorFactory createGeneratorFactory(Map<String, ?> config) {
        return server.createGeneratorFactory(config);
    }

    @Override
    public JsonReader createReader(Reader reader) {
        return server.createReader(reader);
    }

    @Override
    public JsonReader createReader(InputStream in) {
        return server.createReader(in);
    }

    @Override
    public JsonReaderFactory createReaderFactory(Map<String, ?> config) {
        return server.createReaderFactory(config);
    }

    @Override
    public JsonWriter createWriter(Writer writer) {
        return server.createWriter(writer);
    }

    @Override
    public JsonWriter createWriter(OutputStream out) {
        return server.createWriter(out);
    }

    @Override
    public JsonWriterFactory createWriterFactory(Map<String, ?> config) {
        return server.createWriterFactory(config);
    }

    @Override
    public JsonObjectBuilder createObjectBuilder() {
        return server.createObjectBuilder();
    }

    @Override
    public JsonArrayBuilder createArrayBuilder() {
        return server.createArrayBuilder();
    }

    @Override
    public JsonBuilderFactory createBuilderFactory(Map<String, ?> config) {
        return server.createBuilderFactory(config);
    }

    /** The same for implementations that create their parsers through a factory. */
    private record TreeParserFactory(JsonParserFactory server) implements JsonParserFactory {
        @Override
        public JsonParser createParser(Reader reader) {
            return reader instanceof TreeReader tree ? tree.parser() : server.createParser(reader);
        }

        @Override
        public JsonParser createParser(InputStream in) {
            return server.createParser(in);
        }

        @Override
        public JsonParser createParser(InputStream in, Charset charset) {
            return server.createParser(in, charset);
        }

        @Override
        public JsonParser createParser(JsonObject object) {
            return server.createParser(object);
        }

        @Override
        public JsonParser createParser(JsonArray array) {
            return server.createParser(array);
        }

        @Override
        public Map<String, ?> getConfigInUse() {
            return server.getConfigInUse();
        }
    }
}
