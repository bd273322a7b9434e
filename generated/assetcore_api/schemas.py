"""What the specification says of the models, as JSON Schema; `$ref` is the name of another model.

Loaded when a model is shown, becomes a dict with other names, a table, or a type of pydantic.
"""

from __future__ import annotations

from typing import Any

# fmt: off
SCHEMAS: dict[str, dict[str, Any]] = {
    'AddFungibleArgs': {
        'type': 'object',
        'description': 'Arguments of AddFungible.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'quantity': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'A quantity above 0, as a canonical decimal string; the Python SDK page shows an integer.'},
            'location': {'anyOf': [{'$ref': 'BalanceLocation'}, {'$ref': 'GridCellLocation'}, {'$ref': 'SlotLocation'}, {'$ref': 'OtherLocation'}], 'description': 'Where something is or goes. The spelling of continuous locations is not documented.'},
            'key': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Variant of a stack, or null.'},
        },
        'required': ['class_id', 'quantity', 'location'],
    },
    'AddFungibleOperation': {
        'type': 'object',
        'description': 'Add a quantity of a class.',
        'properties': {
            'op': {'const': 'AddFungible', 'description': 'Name of the operation.'},
            'args': {'$ref': 'AddFungibleArgs', 'description': 'Arguments of AddFungible.'},
        },
        'required': ['op', 'args'],
    },
    'AddInstanceArgs': {
        'type': 'object',
        'description': 'Arguments of AddInstance.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'location': {'anyOf': [{'$ref': 'BalanceLocation'}, {'$ref': 'GridCellLocation'}, {'$ref': 'SlotLocation'}, {'$ref': 'OtherLocation'}], 'description': 'Where something is or goes. The spelling of continuous locations is not documented.'},
            'key': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Variant of a stack, or null.'},
        },
        'required': ['class_id', 'location'],
    },
    'AddInstanceOperation': {
        'type': 'object',
        'description': 'Create an instance of a class at a location.',
        'properties': {
            'op': {'const': 'AddInstance', 'description': 'Name of the operation.'},
            'args': {'$ref': 'AddInstanceArgs', 'description': 'Arguments of AddInstance.'},
        },
        'required': ['op', 'args'],
    },
    'AdjustStackArgs': {
        'type': 'object',
        'description': 'Arguments of AdjustStack.',
        'properties': {
            'stack_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'Id of a stack; its type is a proposal.'},
            'quantity': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'A quantity above 0, as a canonical decimal string; the Python SDK page shows an integer.'},
        },
        'required': ['stack_id', 'quantity'],
    },
    'AdjustStackOperation': {
        'type': 'object',
        'description': 'Provisional in name and arguments: set the quantity of a stack.',
        'properties': {
            'op': {'const': 'AdjustStack', 'description': 'Name of the operation.'},
            'args': {'$ref': 'AdjustStackArgs', 'description': 'Arguments of AdjustStack.'},
        },
        'required': ['op', 'args'],
    },
    'AttachArgs': {
        'type': 'object',
        'description': 'Arguments of Attach.',
        'properties': {
            'parent_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'Id of an instance.'},
            'child_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'Id of an instance.'},
        },
        'required': ['parent_id', 'child_id'],
    },
    'AttachOperation': {
        'type': 'object',
        'description': 'Provisional: attach an instance to a parent. The name is carried over from an older page, the arguments are a proposal.',
        'properties': {
            'op': {'const': 'Attach', 'description': 'Name of the operation.'},
            'args': {'$ref': 'AttachArgs', 'description': 'Arguments of Attach.'},
        },
        'required': ['op', 'args'],
    },
    'AuthPermissionsResponse': {
        'type': 'object',
        'description': 'What a principal may do. The members are not documented.',
        'properties': {
        },
    },
    'AuthWhoamiResponse': {
        'type': 'object',
        'description': 'A principal with its tenant and roles.',
        'properties': {
        },
    },
    'BalanceEntry': {
        'type': 'object',
        'description': 'How much a container holds of a class.',
        'properties': {
            'key': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Variant of the stack.'},
            'quantity': {'anyOf': [{'type': 'string'}, {'type': 'number'}], 'x-decimal': True, 'description': 'How much, as a canonical decimal string.'},
            'class': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'x-attribute': 'class_', 'description': 'The class, as the page of the tool names it.'},
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'The class, as the Python SDK page names it.'},
        },
    },
    'BalanceKind': {
        'type': 'object',
        'description': 'Holds quantities.',
        'properties': {
            'type': {'const': 'balance', 'x-attribute': 'type_', 'description': 'Tag.'},
            'quantization_inv': {'type': 'integer', 'description': 'Units per 1.0; 100 means two decimals. The Python SDK page leaves it out.'},
        },
        'required': ['type'],
    },
    'BalanceLocation': {
        'type': 'object',
        'description': 'A balance container.',
        'properties': {
            'kind': {'const': 'balance', 'description': 'Tag.'},
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
        },
        'required': ['kind', 'container_id'],
    },
    'BalanceShare': {
        'type': 'object',
        'description': 'What one container takes of a balance.',
        'properties': {
            'to_container': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'quantity': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'A quantity above 0, as a canonical decimal string; the Python SDK page shows an integer.'},
        },
        'required': ['to_container', 'quantity'],
    },
    'BurnInstanceArgs': {
        'type': 'object',
        'description': 'Arguments of BurnInstance.',
        'properties': {
            'instance_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'Id of an instance.'},
        },
        'required': ['instance_id'],
    },
    'BurnInstanceOperation': {
        'type': 'object',
        'description': 'Provisional: destroy an instance. The name is carried over from an older page, the arguments are a proposal.',
        'properties': {
            'op': {'const': 'BurnInstance', 'description': 'Name of the operation.'},
            'args': {'$ref': 'BurnInstanceArgs', 'description': 'Arguments of BurnInstance.'},
        },
        'required': ['op', 'args'],
    },
    'ClassBehavior': {
        'type': 'object',
        'description': 'How a class behaves; only one member is known.',
        'properties': {
            'balance_scale': {'type': 'integer', 'description': 'Units per 1.0, the same as `quantization_inv` of the balance containers that hold it.'},
        },
    },
    'ClassDefinition': {
        'type': 'object',
        'description': 'A class to register.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'name': {'type': 'string', 'description': 'Name of the class.'},
            'flags': {'type': 'integer', 'description': "Bit mask; the server's default is 0. What the bits mean is not documented, every example has 2."},
            'behavior': {'$ref': 'ClassBehavior', 'description': 'How a class behaves; only one member is known.'},
        },
        'required': ['class_id', 'name'],
    },
    'ClassListResponse': {
        'type': 'object',
        'description': 'One page of classes.',
        'properties': {
            'classes': {'type': 'array', 'items': {'$ref': 'ClassSummary'}, 'description': 'The classes.'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'limit': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Entries of a page.'},
            'next_cursor': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Where the next page begins.'},
            'has_more': {'anyOf': [{'type': 'boolean'}, {'type': 'null'}], 'description': 'Whether there is a next page.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
        },
    },
    'ClassResponse': {
        'type': 'object',
        'description': 'A class.',
        'properties': {
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'The class.'},
            'name': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Its name.'},
            'flags': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Its flags.'},
            'behavior': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'How it behaves.'},
        },
    },
    'ClassShape': {
        'type': 'object',
        'description': 'A shape of a class.',
        'properties': {
            'stack_key': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Variant of the stack that has it.'},
            'shape': {'anyOf': [{'$ref': 'ShapeView'}, {'type': 'null'}], 'description': 'Size in cells.'},
        },
    },
    'ClassShapeDefinition': {
        'type': 'object',
        'description': 'The shape of a class.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'shape': {'$ref': 'Shape', 'description': 'Size in cells of a grid.'},
            'stack_key': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Variant of the stack that has the shape, or null.'},
        },
        'required': ['class_id', 'shape'],
    },
    'ClassShapesResponse': {
        'type': 'object',
        'description': 'The shapes of a class.',
        'properties': {
            'shapes': {'type': 'array', 'items': {'$ref': 'ClassShape'}, 'description': 'The shapes.'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
        },
    },
    'ClassStatsResponse': {
        'type': 'object',
        'description': 'Statistics of a class. Its members are not documented.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'The class.'},
            'total_quantity': {'anyOf': [{'type': 'string'}, {'type': 'number'}, {'type': 'null'}], 'x-decimal': True, 'description': 'How much there is of it.'},
            'instance_count': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'How many instances there are of it.'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
        },
    },
    'ClassSummary': {
        'type': 'object',
        'description': 'A class. Its members are not documented.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'The class.'},
            'name': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Its name.'},
            'flags': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Its flags.'},
            'behavior': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'How it behaves.'},
        },
    },
    'CommitListResponse': {
        'type': 'object',
        'description': 'One page of commits by world sequence.',
        'properties': {
            'commits': {'type': 'array', 'items': {'$ref': 'CommitRecord'}, 'description': 'The commits.'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'pagination': {'$ref': 'CommitPagination', 'description': 'Where a page of commits stands. That the two members are grouped is inferred.'},
            'next_world_seq': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Where the next page begins.'},
            'has_more': {'anyOf': [{'type': 'boolean'}, {'type': 'null'}], 'description': 'Whether there is a next page.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
        },
    },
    'CommitPagination': {
        'type': 'object',
        'description': 'Where a page of commits stands. That the two members are grouped is inferred.',
        'properties': {
            'next_world_seq': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Where the next page begins.'},
            'has_more': {'anyOf': [{'type': 'boolean'}, {'type': 'null'}], 'description': 'Whether there is a next page.'},
        },
    },
    'CommitRecord': {
        'type': 'object',
        'description': 'A commit of the history. Its members are not documented.',
        'properties': {
            'commit_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Id of the commit.'},
            'outcome': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'What became of it.'},
            'world_seq_start': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'World sequence of its first event.'},
            'world_seq_end': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'World sequence of its last event.'},
            'event_count': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Number of its events.'},
            'commit_time_ms': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'When it was committed, in milliseconds.'},
            'actor_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Who acted.'},
            'metadata': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'As it was sent.'},
            'origin': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'As it was sent.'},
        },
    },
    'CommitRequest': {
        'type': 'object',
        'description': 'A transaction.',
        'properties': {
            'operations': {'type': 'array', 'items': {'anyOf': [{'$ref': 'CreateContainerOperation'}, {'$ref': 'RemoveContainerOperation'}, {'$ref': 'AddFungibleOperation'}, {'$ref': 'RemoveFungibleOperation'}, {'$ref': 'MoveFungibleOperation'}, {'$ref': 'TransferFungibleOperation'}, {'$ref': 'TransferManyOperation'}, {'$ref': 'AddInstanceOperation'}, {'$ref': 'MoveInstanceOperation'}, {'$ref': 'PlaceInSlotOperation'}, {'$ref': 'RemoveFromSlotOperation'}, {'$ref': 'RegisterClassOperation'}, {'$ref': 'RegisterClassShapeOperation'}, {'$ref': 'MergeStacksOperation'}, {'$ref': 'ConsolidateStacksOperation'}, {'$ref': 'BurnInstanceOperation'}, {'$ref': 'AttachOperation'}, {'$ref': 'DetachOperation'}, {'$ref': 'SwapSlotsOperation'}, {'$ref': 'RegisterClassContinuousShape1DOperation'}, {'$ref': 'RegisterClassContinuousShape2DOperation'}, {'$ref': 'SplitStackOperation'}, {'$ref': 'AdjustStackOperation'}, {'$ref': 'DistributeBalanceOperation'}, {'$ref': 'OtherOperation'}]}, 'description': 'Run in order, all or none.'},
            'actor_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Who acts; also stored in the metadata.'},
            'policy_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Reserved.'},
            'idempotency_key': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'The same key gives the same commit.'},
            'metadata': {'$ref': 'JsonObject', 'description': 'Any JSON object.'},
            'origin': {'$ref': 'JsonObject', 'description': 'Any JSON object.'},
        },
        'required': ['operations'],
    },
    'CommitResponse': {
        'type': 'object',
        'description': 'A commit.',
        'properties': {
            'namespace': {'type': 'integer', 'description': 'The namespace.'},
            'commit_id': {'type': 'string', 'description': 'Opaque id, hexadecimal.'},
            'outcome': {'type': 'string', 'description': 'What became of the transaction.'},
            'world_seq_start': {'type': 'integer', 'description': 'World sequence of the first event.'},
            'world_seq_end': {'type': 'integer', 'description': 'World sequence of the last event.'},
            'event_count': {'type': 'integer', 'description': 'Number of events.'},
            'start_time_ms': {'type': 'integer', 'description': 'When it began, in milliseconds; the base is not documented.'},
            'commit_time_ms': {'type': 'integer', 'description': 'When it ended, in milliseconds; the base is not documented.'},
            'server_correlation_id': {'type': 'string', 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
            'idempotency_key': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'The key that it was sent with.'},
            'metadata': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'As it was sent.'},
            'origin': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'As it was sent.'},
        },
    },
    'ConsolidateStacksArgs': {
        'type': 'object',
        'description': 'Arguments of ConsolidateStacks.',
        'properties': {
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'key': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Variant of a stack, or null.'},
        },
        'required': ['container_id', 'class_id'],
    },
    'ConsolidateStacksOperation': {
        'type': 'object',
        'description': 'Provisional: merge all stacks of a class in a container. The name is carried over from an older page, the arguments are a proposal.',
        'properties': {
            'op': {'const': 'ConsolidateStacks', 'description': 'Name of the operation.'},
            'args': {'$ref': 'ConsolidateStacksArgs', 'description': 'Arguments of ConsolidateStacks.'},
        },
        'required': ['op', 'args'],
    },
    'ContainerBalancesResponse': {
        'type': 'object',
        'description': 'Balances of a container.',
        'properties': {
            'balances': {'type': 'array', 'items': {'$ref': 'BalanceEntry'}, 'description': 'One entry for each class and key.'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'The container.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
        },
    },
    'ContainerContents': {
        'type': 'object',
        'description': 'What a container holds. Which members are there depends on `type`: `balances` (balance, grid), `placements` (grid, continuous_1d, continuous_2d), `slots` (slots), `grid` (grid), `continuous` (continuous_1d, continuous_2d).',
        'properties': {
            'type': {'type': 'string', 'x-attribute': 'type_', 'description': "Tag; not the one of the container's kind."},
            'balances': {'type': 'array', 'items': {'$ref': 'BalanceEntry'}, 'description': 'One entry for each class and key.'},
            'placements': {'type': 'array', 'items': {'$ref': 'Placement'}, 'description': 'What stands in it.'},
            'slots': {'type': 'array', 'items': {'$ref': 'SlotEntry'}, 'description': 'The slots in order.'},
            'grid': {'$ref': 'GridMeasures', 'description': 'Measures of a grid.'},
            'continuous': {'$ref': 'JsonObject', 'description': 'Any JSON object.'},
        },
    },
    'ContainerContentsResponse': {
        'type': 'object',
        'description': 'A container and what it holds.',
        'properties': {
            'contents': {'$ref': 'ContainerContents', 'description': 'What a container holds. Which members are there depends on `type`: `balances` (balance, grid), `placements` (grid, continuous_1d, continuous_2d), `slots` (slots), `grid` (grid), `continuous` (continuous_1d, continuous_2d).'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'The container.'},
            'kind': {'description': 'Its kind; whether the tag is `balance` or `Balance` is not documented.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
            'owner': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Its owner.'},
            'display_name': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Its name.'},
        },
    },
    'ContainerGridFreeResponse': {
        'type': 'object',
        'description': 'Where a shape still fits in a grid.',
        'properties': {
            'anchors': {'type': 'array', 'items': {'type': 'integer'}, 'description': 'Positions from 1.'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
        },
    },
    'ContainerGridResponse': {
        'type': 'object',
        'description': 'Placements of a grid.',
        'properties': {
            'placements': {'type': 'array', 'items': {'$ref': 'Placement'}, 'description': 'What stands in it.'},
            'grid': {'$ref': 'GridMeasures', 'description': 'Measures of a grid.'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'The container.'},
            'region': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'The region that was asked for.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
        },
    },
    'ContainerListResponse': {
        'type': 'object',
        'description': 'One page of containers.',
        'properties': {
            'containers': {'type': 'array', 'items': {'$ref': 'ContainerSummary'}, 'description': 'The containers.'},
            'limit': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Entries of a page.'},
            'has_more': {'anyOf': [{'type': 'boolean'}, {'type': 'null'}], 'description': 'Whether there is a next page.'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'next_cursor': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Where the next page begins.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
        },
    },
    'ContainerResponse': {
        'type': 'object',
        'description': 'A container.',
        'properties': {
            'policies': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'Its policies.'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'The container.'},
            'kind': {'description': 'Its kind; whether the tag is `balance` or `Balance` is not documented.'},
            'owner': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Its owner.'},
            'display_name': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Its name.'},
        },
    },
    'ContainerSlotsResponse': {
        'type': 'object',
        'description': 'Slots of a container.',
        'properties': {
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'The container.'},
            'slots': {'type': 'array', 'items': {'$ref': 'SlotEntry'}, 'description': 'The slots in order.'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
        },
    },
    'ContainerSummary': {
        'type': 'object',
        'description': 'A container.',
        'properties': {
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'The container.'},
            'kind': {'description': 'Its kind; whether the tag is `balance` or `Balance` is not documented.'},
            'owner': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Its owner.'},
            'display_name': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Its name.'},
        },
    },
    'ContinuousGrid2DKind': {
        'type': 'object',
        'description': 'Holds instances on a plane. Bounds are scaled integers.',
        'properties': {
            'type': {'const': 'continuous_grid_2d', 'x-attribute': 'type_', 'description': 'Tag.'},
            'min_x': {'type': 'integer', 'description': 'Left end, scaled.'},
            'min_y': {'type': 'integer', 'description': 'Lower end, scaled.'},
            'max_x': {'type': 'integer', 'description': 'Right end, scaled.'},
            'max_y': {'type': 'integer', 'description': 'Upper end, scaled.'},
            'quantization_inv': {'type': 'integer', 'description': 'Units per 1.0.'},
            'bucket_cell_size': {'type': 'integer', 'description': 'Size of an index cell.'},
        },
        'required': ['type', 'min_x', 'min_y', 'max_x', 'max_y', 'quantization_inv'],
    },
    'ContinuousLine1DKind': {
        'type': 'object',
        'description': 'Holds instances on a line. Bounds are scaled integers.',
        'properties': {
            'type': {'const': 'continuous_line_1d', 'x-attribute': 'type_', 'description': 'Tag.'},
            'min_x': {'type': 'integer', 'description': 'Left end, scaled.'},
            'max_x': {'type': 'integer', 'description': 'Right end, scaled.'},
            'quantization_inv': {'type': 'integer', 'description': 'Units per 1.0.'},
            'bucket_cell_size': {'type': 'integer', 'description': 'Size of an index cell.'},
        },
        'required': ['type', 'min_x', 'max_x', 'quantization_inv'],
    },
    'ContinuousShape1DDefinition': {
        'type': 'object',
        'description': 'The length of a class on a line.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'length': {'type': 'integer', 'description': 'Length, scaled.'},
        },
        'required': ['class_id', 'length'],
    },
    'ContinuousShape2DDefinition': {
        'type': 'object',
        'description': 'The rectangle of a class on a plane.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'width': {'type': 'integer', 'description': 'Width, scaled.'},
            'height': {'type': 'integer', 'description': 'Height, scaled.'},
        },
        'required': ['class_id', 'width', 'height'],
    },
    'CreateContainerArgs': {
        'type': 'object',
        'description': 'Arguments of CreateContainer.',
        'properties': {
            'kind': {'anyOf': [{'$ref': 'BalanceKind'}, {'$ref': 'GridKind'}, {'$ref': 'SlotsKind'}, {'$ref': 'ContinuousLine1DKind'}, {'$ref': 'ContinuousGrid2DKind'}, {'$ref': 'OtherKind'}], 'description': 'What kind of container, with its measures.'},
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'external_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'owner': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Owner of a container, or null.'},
            'policies': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'Policies of a container, or null. Their content is not documented.'},
        },
        'required': ['kind'],
    },
    'CreateContainerOperation': {
        'type': 'object',
        'description': 'Create a container.',
        'properties': {
            'op': {'const': 'CreateContainer', 'description': 'Name of the operation.'},
            'args': {'$ref': 'CreateContainerArgs', 'description': 'Arguments of CreateContainer.'},
        },
        'required': ['op', 'args'],
    },
    'DetachArgs': {
        'type': 'object',
        'description': 'Arguments of Detach.',
        'properties': {
            'instance_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'Id of an instance.'},
        },
        'required': ['instance_id'],
    },
    'DetachOperation': {
        'type': 'object',
        'description': 'Provisional: detach an instance from its parent. The name is carried over from an older page, the arguments are a proposal.',
        'properties': {
            'op': {'const': 'Detach', 'description': 'Name of the operation.'},
            'args': {'$ref': 'DetachArgs', 'description': 'Arguments of Detach.'},
        },
        'required': ['op', 'args'],
    },
    'DistributeBalanceArgs': {
        'type': 'object',
        'description': 'Arguments of DistributeBalance.',
        'properties': {
            'from_container': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'shares': {'type': 'array', 'items': {'$ref': 'BalanceShare'}, 'description': 'At least one share.'},
            'key': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Variant of a stack, or null.'},
        },
        'required': ['from_container', 'class_id', 'shares'],
    },
    'DistributeBalanceOperation': {
        'type': 'object',
        'description': 'Provisional in name and arguments: distribute a balance over several containers.',
        'properties': {
            'op': {'const': 'DistributeBalance', 'description': 'Name of the operation.'},
            'args': {'$ref': 'DistributeBalanceArgs', 'description': 'Arguments of DistributeBalance.'},
        },
        'required': ['op', 'args'],
    },
    'Freshness': {
        'type': 'object',
        'description': 'How far the projection is behind the log.',
        'properties': {
            'namespace': {'type': 'integer', 'description': 'The namespace.'},
            'world_seq': {'type': 'integer', 'description': 'What the projection has applied.'},
            'commit_log_world_seq': {'type': 'integer', 'description': 'The newest of the log.'},
            'lag': {'type': 'integer', 'description': 'The difference of the two.'},
            'lag_ms': {'type': 'integer', 'description': 'The same as time, in milliseconds.'},
        },
    },
    'FreshnessResponse': {
        'type': 'object',
        'description': 'How far the projection is. Whether it is wrapped is not documented.',
        'properties': {
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
        },
    },
    'GridCellLocation': {
        'type': 'object',
        'description': 'A cell of a grid.',
        'properties': {
            'kind': {'const': 'grid_cell', 'description': 'Tag.'},
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'position': {'type': 'integer', 'description': '(row - 1) * grid_width + column; rows and columns count from 1.'},
            'rotation': {'type': 'string', 'description': 'How the shape is turned; only `none` is shown. A location that is left takes none.'},
        },
        'required': ['kind', 'container_id', 'position'],
    },
    'GridKind': {
        'type': 'object',
        'description': 'Holds stacks and instances in cells.',
        'properties': {
            'type': {'const': 'grid', 'x-attribute': 'type_', 'description': 'Tag.'},
            'capacity': {'type': 'integer', 'description': 'Number of cells.'},
            'grid_width': {'type': 'integer', 'description': 'Columns; without it the grid is one row.'},
        },
        'required': ['type', 'capacity'],
    },
    'GridMeasures': {
        'type': 'object',
        'description': 'Measures of a grid.',
        'properties': {
            'grid_width': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Columns.'},
            'grid_height': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Rows.'},
            'capacity': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Cells.'},
            'occupied_cells': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Cells in use.'},
            'utilization': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'description': 'Share of cells in use, 0 to 1.'},
        },
    },
    'HealthResponse': {
        'type': 'object',
        'description': 'Health of the write daemon.',
        'properties': {
            'status': {'type': 'string', 'description': 'State of the daemon.'},
            'version': {'type': 'string', 'description': 'Version of the daemon.'},
            'api_version': {'type': 'string', 'description': 'Version of the API.'},
            'uptime_secs': {'type': 'integer', 'description': 'How long it runs, in seconds.'},
            'build_git_sha': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Commit that it was built from.'},
        },
    },
    'IdempotencyKey': {
        'type': 'object',
        'description': 'What makes a call safe to repeat.',
        'properties': {
            'idempotency_key': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'The same key gives the same answer.'},
        },
    },
    'JsonObject': {
        'type': 'object',
        'description': 'Any JSON object.',
        'properties': {
        },
    },
    'MergeStacksArgs': {
        'type': 'object',
        'description': 'Arguments of MergeStacks.',
        'properties': {
            'from_stack': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'Id of a stack; its type is a proposal.'},
            'to_stack': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'Id of a stack; its type is a proposal.'},
        },
        'required': ['from_stack', 'to_stack'],
    },
    'MergeStacksOperation': {
        'type': 'object',
        'description': 'Provisional: merge one stack into another. The name is carried over from an older page, the arguments are a proposal.',
        'properties': {
            'op': {'const': 'MergeStacks', 'description': 'Name of the operation.'},
            'args': {'$ref': 'MergeStacksArgs', 'description': 'Arguments of MergeStacks.'},
        },
        'required': ['op', 'args'],
    },
    'MoveFungibleArgs': {
        'type': 'object',
        'description': 'Arguments of MoveFungible.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'quantity': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'A quantity above 0, as a canonical decimal string; the Python SDK page shows an integer.'},
            'from': {'anyOf': [{'$ref': 'BalanceLocation'}, {'$ref': 'GridCellLocation'}, {'$ref': 'SlotLocation'}, {'$ref': 'OtherLocation'}], 'x-attribute': 'from_', 'description': 'Where something is or goes. The spelling of continuous locations is not documented.'},
            'to': {'anyOf': [{'$ref': 'BalanceLocation'}, {'$ref': 'GridCellLocation'}, {'$ref': 'SlotLocation'}, {'$ref': 'OtherLocation'}], 'description': 'Where something is or goes. The spelling of continuous locations is not documented.'},
            'key': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Variant of a stack, or null.'},
        },
        'required': ['class_id', 'quantity', 'from', 'to'],
    },
    'MoveFungibleOperation': {
        'type': 'object',
        'description': 'Move a quantity of a class between locations.',
        'properties': {
            'op': {'const': 'MoveFungible', 'description': 'Name of the operation.'},
            'args': {'$ref': 'MoveFungibleArgs', 'description': 'Arguments of MoveFungible.'},
        },
        'required': ['op', 'args'],
    },
    'MoveInstanceArgs': {
        'type': 'object',
        'description': 'Arguments of MoveInstance.',
        'properties': {
            'inst_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'Id of an instance.'},
            'to': {'anyOf': [{'$ref': 'BalanceLocation'}, {'$ref': 'GridCellLocation'}, {'$ref': 'SlotLocation'}, {'$ref': 'OtherLocation'}], 'description': 'Where something is or goes. The spelling of continuous locations is not documented.'},
        },
        'required': ['inst_id', 'to'],
    },
    'MoveInstanceOperation': {
        'type': 'object',
        'description': 'Move an instance.',
        'properties': {
            'op': {'const': 'MoveInstance', 'description': 'Name of the operation.'},
            'args': {'$ref': 'MoveInstanceArgs', 'description': 'Arguments of MoveInstance.'},
        },
        'required': ['op', 'args'],
    },
    'Namespace': {
        'type': 'object',
        'description': 'A namespace. The members are not documented.',
        'properties': {
        },
    },
    'NamespaceChangesResponse': {
        'type': 'object',
        'description': 'Changes of namespaces. The members are not documented.',
        'properties': {
        },
    },
    'NamespaceCreateRequest': {
        'type': 'object',
        'description': 'A namespace to create. The members are inferred from the command line.',
        'properties': {
            'namespace_id': {'type': 'integer', 'description': 'A namespace; every other id means something only inside one.'},
            'label': {'type': 'string', 'description': 'Its label.'},
        },
    },
    'NamespaceForkRequest': {
        'type': 'object',
        'description': 'What to fork. The members are not documented.',
        'properties': {
        },
    },
    'NamespaceLifecycleRequest': {
        'type': 'object',
        'description': 'Where to move a namespace. The members are inferred from the command line.',
        'properties': {
            'target_state': {'type': 'string', 'description': 'Lifecycle state of a namespace; how most are spelt in JSON is not documented.'},
            'reason': {'type': 'string', 'description': 'Why.'},
        },
        'required': ['target_state'],
    },
    'NamespaceListResponse': {
        'type': 'object',
        'description': 'One page of namespaces and a paging token. The members are not documented.',
        'properties': {
        },
    },
    'NamespaceOperationalStateRequest': {
        'type': 'object',
        'description': 'What to set. The members are inferred from the command line.',
        'properties': {
            'write_mode': {'type': 'string', 'description': 'Write mode of a namespace; the spelling is the one of the command line.'},
            'draining': {'type': 'boolean', 'description': 'Whether it drains.'},
            'frozen': {'type': 'boolean', 'description': 'Whether everything stops.'},
            'reason': {'type': 'string', 'description': 'Why.'},
        },
    },
    'NamespacePlacementRequest': {
        'type': 'object',
        'description': 'Placement metadata. The members are not documented.',
        'properties': {
        },
    },
    'NamespaceStatus': {
        'type': 'object',
        'description': 'Status of a namespace. The members are not documented.',
        'properties': {
        },
    },
    'NamespaceStatusListResponse': {
        'type': 'object',
        'description': 'Status of namespaces. The members are not documented.',
        'properties': {
        },
    },
    'OtherKind': {
        'type': 'object',
        'description': 'A container of another kind.',
        'properties': {
            'type': {'type': 'string', 'x-attribute': 'type_', 'description': 'Tag.'},
        },
        'required': ['type'],
    },
    'OtherLocation': {
        'type': 'object',
        'description': 'A location of another kind, such as a continuous one.',
        'properties': {
            'kind': {'type': 'string', 'description': 'Tag.'},
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
        },
        'required': ['kind', 'container_id'],
    },
    'OtherOperation': {
        'type': 'object',
        'description': 'An operation that this document does not know.',
        'properties': {
            'op': {'type': 'string', 'description': 'Its name.'},
            'args': {'$ref': 'JsonObject', 'description': 'Any JSON object.'},
        },
        'required': ['op', 'args'],
    },
    'PlaceInSlotArgs': {
        'type': 'object',
        'description': 'Arguments of PlaceInSlot.',
        'properties': {
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'slot_index': {'type': 'integer', 'description': 'A slot, from 1.'},
            'instance_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'Id of an instance.'},
        },
        'required': ['container_id', 'slot_index', 'instance_id'],
    },
    'PlaceInSlotOperation': {
        'type': 'object',
        'description': 'Place an instance in a slot.',
        'properties': {
            'op': {'const': 'PlaceInSlot', 'description': 'Name of the operation.'},
            'args': {'$ref': 'PlaceInSlotArgs', 'description': 'Arguments of PlaceInSlot.'},
        },
        'required': ['op', 'args'],
    },
    'Placement': {
        'type': 'object',
        'description': 'Something that has a place.',
        'properties': {
            'anchor': {'description': 'Where it is: a position from 1, or coordinates; the type is not documented.'},
            'stack_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'What is in it, or null.'},
            'inst_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'What is in it, or null.'},
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'What is in it, or null.'},
            'key': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Variant of the stack.'},
            'quantity': {'anyOf': [{'type': 'string'}, {'type': 'number'}, {'type': 'null'}], 'x-decimal': True, 'description': 'How much, for a stack.'},
            'shape': {'anyOf': [{'$ref': 'ShapeView'}, {'type': 'null'}], 'description': 'Its size.'},
            'rotation': {'description': 'How it is turned; the type is not documented.'},
        },
    },
    'PreflightOperation': {
        'type': 'object',
        'description': 'Outcome of one operation.',
        'properties': {
            'index': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Place in the transaction, from 0.'},
            'op': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Name of the operation.'},
            'ok': {'anyOf': [{'type': 'boolean'}, {'type': 'null'}], 'description': 'Whether it would succeed.'},
            'error': {'anyOf': [{'$ref': 'ProblemDetails'}, {'type': 'null'}], 'description': 'What it would fail with.'},
        },
    },
    'PreflightResponse': {
        'type': 'object',
        'description': 'What a commit would have met. Only `validated_world_seq` is documented by name.',
        'properties': {
            'validated_world_seq': {'type': 'integer', 'description': 'The world sequence that it holds for.'},
            'outcome': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'What would become of the transaction.'},
            'operations': {'type': 'array', 'items': {'$ref': 'PreflightOperation'}, 'description': 'Outcome of each operation, up to the first that fails.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
        },
    },
    'ProbeResponse': {
        'type': 'object',
        'description': 'A sign of life. Its members are not documented.',
        'properties': {
            'status': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'State of the daemon.'},
        },
    },
    'ProblemDetails': {
        'type': 'object',
        'description': 'What went wrong, after RFC 9457.',
        'properties': {
            'type': {'type': 'string', 'x-attribute': 'type_', 'description': '`urn:assetcore:error:` and the code.'},
            'title': {'type': 'string', 'description': 'Class of the error, such as NotFoundError.'},
            'status': {'type': 'integer', 'description': 'HTTP status.'},
            'detail': {'type': 'string', 'description': 'What went wrong.'},
            'code': {'type': 'string', 'description': 'What to switch on.'},
            'retryable': {'type': 'boolean', 'description': 'Whether trying again can help.'},
            'retry_after_ms': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'How long to wait before, in milliseconds.'},
            'hint': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'What to do about it.'},
            'auth_reason': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Why it is denied, when the daemon discloses reasons.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
            'details': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'What it is about, such as the id of the container.'},
            'core_error': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'The error of the core; from the write daemon alone.'},
        },
    },
    'ReadHealthResponse': {
        'type': 'object',
        'description': 'Readiness of the read daemon.',
        'properties': {
            'status': {'type': 'string', 'description': 'State of the daemon.'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
        },
    },
    'RegisterClassArgs': {
        'type': 'object',
        'description': 'Arguments of RegisterClass.',
        'properties': {
            'request': {'$ref': 'ClassDefinition', 'description': 'A class to register.'},
        },
        'required': ['request'],
    },
    'RegisterClassContinuousShape1DArgs': {
        'type': 'object',
        'description': 'Arguments of RegisterClassContinuousShape1d.',
        'properties': {
            'request': {'$ref': 'ContinuousShape1DDefinition', 'description': 'The length of a class on a line.'},
        },
        'required': ['request'],
    },
    'RegisterClassContinuousShape1DOperation': {
        'type': 'object',
        'description': 'Provisional in name and arguments: register the length of a class on a line.',
        'properties': {
            'op': {'const': 'RegisterClassContinuousShape1d', 'description': 'Name of the operation.'},
            'args': {'$ref': 'RegisterClassContinuousShape1DArgs', 'description': 'Arguments of RegisterClassContinuousShape1d.'},
        },
        'required': ['op', 'args'],
    },
    'RegisterClassContinuousShape2DArgs': {
        'type': 'object',
        'description': 'Arguments of RegisterClassContinuousShape2d.',
        'properties': {
            'request': {'$ref': 'ContinuousShape2DDefinition', 'description': 'The rectangle of a class on a plane.'},
        },
        'required': ['request'],
    },
    'RegisterClassContinuousShape2DOperation': {
        'type': 'object',
        'description': 'Provisional in name and arguments: register the rectangle of a class on a plane.',
        'properties': {
            'op': {'const': 'RegisterClassContinuousShape2d', 'description': 'Name of the operation.'},
            'args': {'$ref': 'RegisterClassContinuousShape2DArgs', 'description': 'Arguments of RegisterClassContinuousShape2d.'},
        },
        'required': ['op', 'args'],
    },
    'RegisterClassOperation': {
        'type': 'object',
        'description': 'Register a class.',
        'properties': {
            'op': {'const': 'RegisterClass', 'description': 'Name of the operation.'},
            'args': {'$ref': 'RegisterClassArgs', 'description': 'Arguments of RegisterClass.'},
        },
        'required': ['op', 'args'],
    },
    'RegisterClassRequest': {
        'type': 'object',
        'description': 'A class to register.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'name': {'type': 'string', 'description': 'Name of the class.'},
            'flags': {'type': 'integer', 'description': "Bit mask; the server's default is 0. What the bits mean is not documented, every example has 2."},
            'behavior': {'$ref': 'ClassBehavior', 'description': 'How a class behaves; only one member is known.'},
            'idempotency_key': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'The same key gives the same answer.'},
        },
        'required': ['class_id', 'name'],
    },
    'RegisterClassShapeArgs': {
        'type': 'object',
        'description': 'Arguments of RegisterClassShape.',
        'properties': {
            'request': {'$ref': 'ClassShapeDefinition', 'description': 'The shape of a class.'},
        },
        'required': ['request'],
    },
    'RegisterClassShapeOperation': {
        'type': 'object',
        'description': 'Register the shape of a class.',
        'properties': {
            'op': {'const': 'RegisterClassShape', 'description': 'Name of the operation.'},
            'args': {'$ref': 'RegisterClassShapeArgs', 'description': 'Arguments of RegisterClassShape.'},
        },
        'required': ['op', 'args'],
    },
    'RegisterClassShapeRequest': {
        'type': 'object',
        'description': 'The shape of a class to register.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'shape': {'$ref': 'Shape', 'description': 'Size in cells of a grid.'},
            'stack_key': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Variant of the stack that has the shape, or null.'},
            'idempotency_key': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'The same key gives the same answer.'},
        },
        'required': ['class_id', 'shape'],
    },
    'RegisterResponse': {
        'type': 'object',
        'description': 'What was registered. Its members are not documented.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'The class.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
            'idempotency_key': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'The key that it was sent with.'},
            'world_seq_end': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'World sequence of its event.'},
        },
    },
    'RemoveContainerArgs': {
        'type': 'object',
        'description': 'Arguments of RemoveContainer.',
        'properties': {
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
        },
        'required': ['container_id'],
    },
    'RemoveContainerOperation': {
        'type': 'object',
        'description': 'Remove a container; what it holds is drained first.',
        'properties': {
            'op': {'const': 'RemoveContainer', 'description': 'Name of the operation.'},
            'args': {'$ref': 'RemoveContainerArgs', 'description': 'Arguments of RemoveContainer.'},
        },
        'required': ['op', 'args'],
    },
    'RemoveFromSlotArgs': {
        'type': 'object',
        'description': 'Arguments of RemoveFromSlot.',
        'properties': {
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'slot_index': {'type': 'integer', 'description': 'A slot, from 1.'},
        },
        'required': ['container_id', 'slot_index'],
    },
    'RemoveFromSlotOperation': {
        'type': 'object',
        'description': 'Take an instance out of a slot.',
        'properties': {
            'op': {'const': 'RemoveFromSlot', 'description': 'Name of the operation.'},
            'args': {'$ref': 'RemoveFromSlotArgs', 'description': 'Arguments of RemoveFromSlot.'},
        },
        'required': ['op', 'args'],
    },
    'RemoveFungibleArgs': {
        'type': 'object',
        'description': 'Arguments of RemoveFungible.',
        'properties': {
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'quantity': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'A quantity above 0, as a canonical decimal string; the Python SDK page shows an integer.'},
            'from': {'anyOf': [{'$ref': 'BalanceLocation'}, {'$ref': 'GridCellLocation'}, {'$ref': 'SlotLocation'}, {'$ref': 'OtherLocation'}], 'x-attribute': 'from_', 'description': 'Where something is or goes. The spelling of continuous locations is not documented.'},
            'key': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Variant of a stack, or null.'},
        },
        'required': ['class_id', 'quantity', 'from'],
    },
    'RemoveFungibleOperation': {
        'type': 'object',
        'description': 'Remove a quantity of a class.',
        'properties': {
            'op': {'const': 'RemoveFungible', 'description': 'Name of the operation.'},
            'args': {'$ref': 'RemoveFungibleArgs', 'description': 'Arguments of RemoveFungible.'},
        },
        'required': ['op', 'args'],
    },
    'ReverseCommitRequest': {
        'type': 'object',
        'description': 'Why and for whom a commit is reversed.',
        'properties': {
            'reason': {'type': 'string', 'description': 'Reason for the audit.'},
            'actor_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Who acts.'},
            'idempotency_key': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'The same key gives the same commit.'},
            'metadata': {'$ref': 'JsonObject', 'description': 'Any JSON object.'},
            'origin': {'$ref': 'JsonObject', 'description': 'Any JSON object.'},
        },
        'required': ['reason'],
    },
    'Shape': {
        'type': 'object',
        'description': 'Size in cells of a grid.',
        'properties': {
            'width': {'type': 'integer', 'description': 'Columns.'},
            'height': {'type': 'integer', 'description': 'Rows.'},
        },
        'required': ['width', 'height'],
    },
    'ShapeView': {
        'type': 'object',
        'description': 'Size in cells of a grid.',
        'properties': {
            'width': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Columns.'},
            'height': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Rows.'},
        },
    },
    'SlotEntry': {
        'type': 'object',
        'description': 'A slot. Its members are not documented.',
        'properties': {
            'slot_index': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'The slot, from 1.'},
            'instance_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'What is in it, or null.'},
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}, {'type': 'null'}], 'description': 'What is in it, or null.'},
        },
    },
    'SlotLocation': {
        'type': 'object',
        'description': 'A slot.',
        'properties': {
            'kind': {'const': 'slot', 'description': 'Tag.'},
            'container_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'slot_index': {'type': 'integer', 'description': 'A slot, from 1.'},
        },
        'required': ['kind', 'container_id', 'slot_index'],
    },
    'SlotsKind': {
        'type': 'object',
        'description': 'Holds one instance in each slot.',
        'properties': {
            'type': {'const': 'slots', 'x-attribute': 'type_', 'description': 'Tag.'},
            'count': {'type': 'integer', 'description': 'Number of slots.'},
        },
        'required': ['type', 'count'],
    },
    'SplitStackArgs': {
        'type': 'object',
        'description': 'Arguments of SplitStack.',
        'properties': {
            'stack_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'Id of a stack; its type is a proposal.'},
            'quantity': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'A quantity above 0, as a canonical decimal string; the Python SDK page shows an integer.'},
            'to': {'anyOf': [{'$ref': 'BalanceLocation'}, {'$ref': 'GridCellLocation'}, {'$ref': 'SlotLocation'}, {'$ref': 'OtherLocation'}], 'description': 'Where something is or goes. The spelling of continuous locations is not documented.'},
        },
        'required': ['stack_id', 'quantity', 'to'],
    },
    'SplitStackOperation': {
        'type': 'object',
        'description': 'Provisional in name and arguments: split a quantity off a stack of a grid, to another position.',
        'properties': {
            'op': {'const': 'SplitStack', 'description': 'Name of the operation.'},
            'args': {'$ref': 'SplitStackArgs', 'description': 'Arguments of SplitStack.'},
        },
        'required': ['op', 'args'],
    },
    'StreamEntry': {
        'type': 'object',
        'description': 'One committed batch of the stream. Its members are not documented.',
        'properties': {
            'commit_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Id of the commit.'},
            'outcome': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'What became of it.'},
            'world_seq_start': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'World sequence of its first event.'},
            'world_seq_end': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'World sequence of its last event.'},
            'event_count': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Number of its events.'},
            'commit_time_ms': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'When it was committed, in milliseconds.'},
            'actor_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Who acted.'},
            'metadata': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'As it was sent.'},
            'origin': {'anyOf': [{'$ref': 'JsonObject'}, {'type': 'null'}], 'description': 'As it was sent.'},
            'namespace': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'The namespace.'},
            'operations': {'type': 'array', 'items': {'$ref': 'JsonObject'}, 'description': 'What was committed.'},
            'freshness': {'$ref': 'Freshness', 'description': 'How far the projection is behind the log.'},
            'server_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The server's id of the request."},
            'client_correlation_id': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': "The client's id of the request."},
        },
    },
    'SwapSlotsArgs': {
        'type': 'object',
        'description': 'Arguments of SwapSlots.',
        'properties': {
            'container_a': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'slot_a': {'type': 'integer', 'description': 'A slot, from 1.'},
            'container_b': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'slot_b': {'type': 'integer', 'description': 'A slot, from 1.'},
        },
        'required': ['container_a', 'slot_a', 'container_b', 'slot_b'],
    },
    'SwapSlotsOperation': {
        'type': 'object',
        'description': 'Provisional: swap what two slots hold. The name is carried over from an older page, the arguments are a proposal.',
        'properties': {
            'op': {'const': 'SwapSlots', 'description': 'Name of the operation.'},
            'args': {'$ref': 'SwapSlotsArgs', 'description': 'Arguments of SwapSlots.'},
        },
        'required': ['op', 'args'],
    },
    'TransferFungibleArgs': {
        'type': 'object',
        'description': 'Arguments of TransferFungible.',
        'properties': {
            'from_container': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'to_container': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'class_id': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'An external id; the Python SDK page shows integers.'},
            'quantity': {'anyOf': [{'type': 'string'}, {'type': 'integer'}], 'description': 'A quantity above 0, as a canonical decimal string; the Python SDK page shows an integer.'},
            'key': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Variant of a stack, or null.'},
        },
        'required': ['from_container', 'to_container', 'class_id', 'quantity'],
    },
    'TransferFungibleOperation': {
        'type': 'object',
        'description': 'Transfer a quantity of a class between balance containers.',
        'properties': {
            'op': {'const': 'TransferFungible', 'description': 'Name of the operation.'},
            'args': {'$ref': 'TransferFungibleArgs', 'description': 'Arguments of TransferFungible.'},
        },
        'required': ['op', 'args'],
    },
    'TransferManyArgs': {
        'type': 'object',
        'description': 'Arguments of TransferMany.',
        'properties': {
            'transfers': {'type': 'array', 'items': {'$ref': 'TransferFungibleArgs'}, 'description': 'At least one transfer.'},
        },
        'required': ['transfers'],
    },
    'TransferManyOperation': {
        'type': 'object',
        'description': 'Transfer several quantities in one operation. The arguments are a proposal.',
        'properties': {
            'op': {'const': 'TransferMany', 'description': 'Name of the operation.'},
            'args': {'$ref': 'TransferManyArgs', 'description': 'Arguments of TransferMany.'},
        },
        'required': ['op', 'args'],
    },
}
