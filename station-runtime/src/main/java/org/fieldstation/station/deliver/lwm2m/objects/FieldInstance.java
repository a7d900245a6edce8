package org.fieldstation.station.deliver.lwm2m.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.leshan.client.resource.BaseInstanceEnabler;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.model.ObjectModel;
import org.eclipse.leshan.core.node.LwM2mMultipleResource;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.request.argument.Arguments;
import org.eclipse.leshan.core.response.ExecuteResponse;
import org.eclipse.leshan.core.response.ReadResponse;
import org.eclipse.leshan.core.response.WriteResponse;
import org.fieldstation.station.deliver.lwm2m.Newsreader;
import org.fieldstation.station.now.News;

/** An instance that is a table of {@link Field}s. */
final class FieldInstance extends BaseInstanceEnabler implements Newsreader {
  private final SequencedMap<Integer, Field> fields = new TreeMap<>();
  private final List<Interest> interests = new ArrayList<>();

  private record Interest(Predicate<News> in, List<Integer> resources) {}

  FieldInstance(int id) {
    super(id);
  }

  /** Adds a resource. */
  FieldInstance with(int resource, Field field) {
    fields.put(resource, field);
    return this;
  }

  /** Says which resources are others after some news; who observes them is told. */
  FieldInstance changesWith(Predicate<News> news, int... resources) {
    interests.add(new Interest(news, Arrays.stream(resources).boxed().toList()));
    return this;
  }

  @Override
  public void read(News news) {
    interests.stream()
        .filter(interest -> interest.in().test(news))
        .forEach(interest -> fireResourcesChange(paths(interest.resources())));
  }

  private LwM2mPath[] paths(List<Integer> resources) {
    return resources.stream().map(this::getResourcePath).toArray(LwM2mPath[]::new);
  }

  @Override
  public ReadResponse read(LwM2mServer server, int resource) {
    var field = fields.get(resource);
    if (field == null) {
      return ReadResponse.notFound();
    }
    if (field.reading() == null) {
      return ReadResponse.methodNotAllowed();
    }
    return switch (field.value()) {
      case null -> ReadResponse.notFound();
      case Map<?, ?> many -> ReadResponse.success(multiple(resource, field, many));
      case Object one ->
          ReadResponse.success(LwM2mSingleResource.newResource(resource, one, field.type()));
    };
  }

  private static LwM2mResource multiple(int resource, Field field, Map<?, ?> many) {
    var values = new TreeMap<Integer, Object>();
    many.forEach((id, value) -> values.put((Integer) id, value));
    return LwM2mMultipleResource.newResource(resource, values, field.type());
  }

  @Override
  public WriteResponse write(
      LwM2mServer server, boolean replace, int resource, LwM2mResource value) {
    var field = fields.get(resource);
    if (field == null) {
      return WriteResponse.notFound();
    }
    if (field.writing() == null || value.isMultiInstances()) {
      return WriteResponse.methodNotAllowed();
    }
    String objection = field.writing().write(value.getValue());
    return objection == null ? WriteResponse.success() : WriteResponse.badRequest(objection);
  }

  @Override
  public ExecuteResponse execute(LwM2mServer server, int resource, Arguments arguments) {
    var field = fields.get(resource);
    if (field == null) {
      return ExecuteResponse.notFound();
    }
    if (field.running() == null) {
      return ExecuteResponse.methodNotAllowed();
    }
    var words = arguments == null ? null : arguments.serialize(); // null too when there are none
    String objection = field.running().run(words == null ? "" : words);
    return objection == null ? ExecuteResponse.success() : ExecuteResponse.badRequest(objection);
  }

  @Override
  public List<Integer> getAvailableResourceIds(ObjectModel model) {
    return fields.entrySet().stream()
        .filter(one -> one.getValue().present())
        .map(Map.Entry::getKey)
        .toList();
  }
}
