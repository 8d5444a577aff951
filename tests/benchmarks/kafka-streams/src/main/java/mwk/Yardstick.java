package mwk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;

/**
 * The show's counting with Kafka Streams, as the original does it: tweets per user, messages, votes
 * per instrument and window, a chart per window. No draw of clips and no memory of duplicates.
 *
 * <p>Arguments: servers, input topic, application id, guarantee (at_least_once or exactly_once_v2).
 */
public final class Yardstick {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern INSTRUMENT =
      Pattern.compile("\\b(drum|heavy_bass|lead_bass|line_bass|melody|pad|synth|vocal)s?\\b");

  private Yardstick() {}

  private static byte[] bytes(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (IOException error) {
      throw new IllegalStateException(error);
    }
  }

  private static JsonNode node(byte[] value) {
    try {
      return value == null ? null : JSON.readTree(value);
    } catch (IOException error) {
      return null;
    }
  }

  private static String instrument(JsonNode tweet) {
    Matcher found = INSTRUMENT.matcher(tweet.path("Text").asText().toLowerCase(Locale.ROOT));
    return found.find() ? found.group(1) : null;
  }

  public static void main(String[] args) {
    Serializer<JsonNode> write = (topic, value) -> value == null ? null : bytes(value);
    Deserializer<JsonNode> read = (topic, value) -> node(value);
    Serde<JsonNode> json = Serdes.serdeFrom(write, read);
    StreamsBuilder builder = new StreamsBuilder();
    KStream<byte[], JsonNode> tweets =
        builder
            .stream(args[1], Consumed.with(Serdes.ByteArray(), json))
            .filter((key, tweet) -> tweet != null && tweet.hasNonNull("User"));
    KStream<String, JsonNode> byUser =
        tweets.map(
            (key, tweet) -> {
              JsonNode user = tweet.get("User");
              ObjectNode slim = JSON.createObjectNode();
              slim.put("text", tweet.path("Text").asText());
              slim.put("image", user.path("ProfileImageURL").asText());
              return KeyValue.pair(user.path("ScreenName").asText(), (JsonNode) slim);
            });
    byUser
        .map(
            (name, tweet) -> {
              ObjectNode said = JSON.createObjectNode();
              said.put("name", name).put("message", tweet.path("text").asText());
              return KeyValue.pair(name, (JsonNode) said);
            })
        .to("user-message", Produced.with(Serdes.String(), json));
    byUser
        .groupByKey(Grouped.with(Serdes.String(), json))
        .aggregate(
            () -> (JsonNode) JSON.createObjectNode(),
            (name, tweet, line) -> {
              ObjectNode next = JSON.createObjectNode();
              next.put("name", name).put("imgUri", tweet.path("image").asText());
              next.put("tweetCount", line.path("tweetCount").asInt() + 1);
              return (JsonNode) next;
            },
            Materialized.with(Serdes.String(), json))
        .toStream()
        .to("users", Produced.with(Serdes.String(), json));
    tweets
        .flatMap(
            (key, tweet) -> {
              String sound = instrument(tweet);
              return sound == null ? Arrays.asList() : Arrays.asList(KeyValue.pair(sound, sound));
            })
        .groupByKey(Grouped.with(Serdes.String(), Serdes.String()))
        .windowedBy(TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(30)))
        .count()
        .toStream()
        .map(
            (sound, count) ->
                KeyValue.pair(sound.window().start(), sound.key() + ":" + count.toString()))
        .groupByKey(Grouped.with(Serdes.Long(), Serdes.String()))
        .aggregate(
            () -> (JsonNode) JSON.createObjectNode(),
            (start, vote, chart) -> {
              ObjectNode next = chart.deepCopy();
              int colon = vote.lastIndexOf(':');
              next.put(vote.substring(0, colon), Long.parseLong(vote.substring(colon + 1)));
              return (JsonNode) next;
            },
            Materialized.with(Serdes.Long(), json))
        .toStream()
        .mapValues(
            chart -> {
              ArrayNode rows = JSON.createArrayNode();
              chart
                  .properties()
                  .forEach(
                      each ->
                          rows.addObject()
                              .put("sound", each.getKey())
                              .put("count", each.getValue().asLong()));
              ObjectNode out = JSON.createObjectNode();
              out.set("charts", rows);
              return (JsonNode) out;
            })
        .to("charts", Produced.with(Serdes.Long(), json));
    Properties settings = new Properties();
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, args[0]);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, args[2]);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, args[3]);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "200");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, args[4]);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, "2");
    settings.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
    settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    KafkaStreams streams = new KafkaStreams(builder.build(), settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> streams.close(Duration.ofSeconds(10))));
    streams.start();
  }
}
